/**
 * How fast, and how fit for people and machines, is the app when a phone first loads it?
 *
 * Lighthouse, as its phone: a slow line and a slow processor, nothing in the cache. What it scores is
 * held to what we promise: the page where one signs in, and the one where one parks.
 */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { getChromium } from '../tools/chromium.ts'
import { median, report, say } from './report.ts'
import { chromeFlags } from './screen.ts'
import { serveTown } from './served-town.ts'
import type { Resident } from './town.ts'

/** Of a hundred. */
const promised = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
} as const
type Category = keyof typeof promised
const categories = Object.keys(promised) as Category[]

const rounds = 3

export async function benchFirstLoad(): Promise<void> {
  await serveTown(scorePages)
}

async function scorePages(address: string, { productId, token }: Resident): Promise<void> {
  const pages = [
    { name: 'sign-in', path: '/sign-in', headers: {} },
    {
      name: 'sessions',
      path: `/products/${productId}/parking-sessions`,
      headers: { Cookie: `__Host-session=${token}` },
    },
  ]
  for (const { name, path, headers } of pages) {
    const turns: Scores[] = []
    while (turns.length < rounds) turns.push(await score(new URL(path, address), headers))
    for (const category of categories) {
      const points = median(turns.map((scores) => scores[category]))
      say(`  ${name}, ${category}: ${points}`)
      const ratio = points / promised[category]
      report({ name: `lighthouse-${name}-${category}-vs-promise`, ratio, goal: 1 })
    }
  }
}

type Scores = Readonly<Record<Category, number>>

async function score(page: URL, extraHeaders: Record<string, string>): Promise<Scores> {
  const chrome = await launch({
    chromePath: getChromium().path,
    chromeFlags,
  })
  try {
    const flags = { port: chrome.port, onlyCategories: categories, extraHeaders }
    const result = await lighthouse(page.href, { ...flags, logLevel: 'error' })
    const found = result?.lhr
    if (!found || found.runtimeError) {
      throw new Error(`Lighthouse: ${found?.runtimeError?.message ?? 'no result'}`)
    }
    tellWhatCosts(found.audits)
    const pointsOf = (category: Category) =>
      Math.round((found.categories[category]?.score ?? 0) * 100)
    return {
      performance: pointsOf('performance'),
      accessibility: pointsOf('accessibility'),
      'best-practices': pointsOf('best-practices'),
      seo: pointsOf('seo'),
    }
  } finally {
    chrome.kill()
  }
}

/** What fails outright, so that a score below the promise says why. */
function tellWhatCosts(
  audits: Readonly<
    Record<
      string,
      { readonly id: string; readonly score: number | null; readonly scoreDisplayMode: string }
    >
  >,
): void {
  const failed = Object.values(audits).filter(
    ({ score: points, scoreDisplayMode }) => scoreDisplayMode === 'binary' && points === 0,
  )
  for (const { id } of failed) say(`    fails ${id}`)
}
