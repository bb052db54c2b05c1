/**
 * Whether what is on the screen is accessible, in both languages: axe in every contrast, two colours where
 * there are two, and nothing lost with letters twice as large, nor on a narrow screen, there also with those
 * and more room between them at once (WCAG 2.2 AA: 1.4.3, 1.4.4, 1.4.10, 1.4.12). Each journey looks so at one size of screen,
 * and at the narrow one from the phone.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from '@playwright/test'
import { lostInForcedColours } from './forced-colours.ts'
import { expect } from './test.ts'
import { listLost, lostTextScript } from './lost-text.ts'
import { listStrangeColours } from './two-colours.ts'

const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Only what is not right is worked out in full; a frame is a page of its own to whoever looks at it. */
const quick = { resultTypes: ['violations', 'incomplete'], iframes: false } satisfies RunOptions

const judgement = {
  /**
   * What axe cannot judge, somebody has to look at. The words on the strip of a day lie under the frame of
   * what is chosen, which is see-through; the mail in a frame has a look of its own, in the walk beside the
   * app. Anything else of which axe is not sure counts as wrong.
   */
  leftToEyes: [
    { rule: 'color-contrast', of: 'figure [aria-hidden=true] *' },
    { rule: 'frame-tested', of: 'iframe' },
  ],
  contrasts: ['black-on-white', 'white-on-black', 'black-on-yellow', 'yellow-on-black'],
  everyRule: {
    ...quick,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  /**
   * All of axe that another contrast can change: it has other colours and wider borders (`tokens.css`), and
   * nothing else of the page knows of it. What axe says of names, roles, order and language stays the same.
   */
  contrastRules: {
    ...quick,
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
  },
} satisfies {
  leftToEyes: { rule: string; of: string }[]
  contrasts: string[]
  everyRule: RunOptions
  contrastRules: RunOptions
}

/** Leaves the page in the language and the contrast, and of the size, that it had. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  await expectNoFlaw(page)
}

/** Also of a page that still waits for what it shows. */
export async function expectNoFlaw(page: Page): Promise<void> {
  await learnToJudge(page)
  const languages = await languagesOf(page)
  for (const language of languages) {
    await speak(page, language)
    const flaws = await page.evaluate(listFlaws, judgement)
    expect.soft({ language, flaws }).toEqual({ language, flaws: [] })
  }
  // Beginning with the one that is spoken by now.
  if (isPhone(page)) await expectNothingLost(page, languages.toReversed())
  await speak(page, languages[0])
  // Colours of the reader's own know no language.
  expect.soft({ forced: await lostInForcedColours(page) }).toEqual({ forced: [] })
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 640

/** On a screen as narrow as they come, which is the same one on a desk. */
async function expectNothingLost(page: Page, languages: readonly string[]) {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  for (const language of languages) {
    await speak(page, language)
    const narrow = await page.evaluate(listNarrow)
    expect.soft({ language, narrow }).toEqual({ language, narrow: [] })
  }
  if (size) await page.setViewportSize(size)
}

/** Before its heading, a page is not there; nor while it keeps the place of what is still fetched. */
async function settle(page: Page) {
  await page.getByRole('heading').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[data-skeleton]') === null)
}

declare const axe: { run: (given: RunOptions) => Promise<AxeResults> }

/** So that its questions are asked in the page in one go. */
async function learnToJudge(page: Page) {
  await page.evaluate(`if (!globalThis.axe) {
    ${axeScript};
    ${listStrangeColours.toString()};
    ${lostTextScript};
    globalThis.listStrangeColours = listStrangeColours
  }`)
}

/** Runs in the page, which then is as it was. A contrast is shown as the choice in the settings does. */
async function listFlaws(by: typeof judgement): Promise<string[]> {
  const root = document.documentElement
  // A sheet lies over everything, also over another one, which axe does not know.
  const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('dialog')
  const below = top
    ? [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          !top.contains(element) &&
          !element.contains(top) &&
          /fixed|sticky/.test(getComputedStyle(element).position),
      )
    : []
  for (const element of below) element.style.visibility = 'hidden'
  // Nor does it judge what has been scrolled below the frame.
  const { scrollX, scrollY } = globalThis
  scrollTo({ top: 0, behavior: 'instant' })
  const isLeftToEyes = (id: string, target: unknown) =>
    by.leftToEyes.some(
      ({ rule, of }) => rule === id && document.querySelector(String(target))?.matches(of),
    )
  /** Of one page: what comes late is something else to look at. */
  const look = async (given: RunOptions): Promise<AxeResults> => {
    let isSame = true
    const watch = new MutationObserver(() => (isSame = false))
    watch.observe(root, { childList: true, subtree: true })
    const results = await axe.run(given)
    watch.disconnect()
    return isSame ? results : look(given)
  }
  const violations = async (given: RunOptions) => {
    const { violations: wrong, incomplete } = await look(given)
    const unsure = incomplete.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => !isLeftToEyes(id, target[0]))
        .map(({ html }) => `cannot be judged, ${id}: ${html}`),
    )
    return [
      ...wrong.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ...unsure,
    ]
  }
  const flaws = await violations(by.everyRule)
  const chosen = root.dataset['contrast']
  // Pages of a demo have one look; those of the app never.
  if (chosen === undefined && document.querySelector('#app')) flaws.push('no contrast is chosen')
  for (const contrast of chosen === undefined ? [] : by.contrasts) {
    root.dataset['contrast'] = contrast
    const found = [...(await violations(by.contrastRules)), ...listStrangeColours()]
    flaws.push(...found.map((flaw) => `${contrast}: ${flaw}`))
  }
  if (chosen !== undefined) root.dataset['contrast'] = chosen
  for (const element of below) element.style.visibility = ''
  scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
  root.style.fontSize = '200%'
  flaws.push(...listLost('usual').map((flaw) => `twice as large: ${flaw}`))
  root.style.fontSize = ''
  return flaws
}

/** Runs in the page: also with everything that makes text larger at once. */
function listNarrow(): string[] {
  const root = document.documentElement
  const lost = listLost('usual')
  root.style.fontSize = '200%'
  lost.push(...listLost('more').map((each) => `twice as large: ${each}`))
  root.style.fontSize = ''
  return lost
}

/** Its own first. What is no page of the app speaks one. */
function languagesOf(page: Page): Promise<[string, ...string[]]> {
  return page.evaluate(() => {
    const { lang } = document.documentElement
    if (!document.querySelector('#app')) return [lang]
    return [lang, ...['nl', 'en'].filter((other) => other !== lang)]
  })
}

/**
 * As the choice at the top of the page does, but kept nowhere; the choice itself lies under a sheet that
 * is open. A page draws itself anew when it is told that its device wants something else.
 */
async function speak(page: Page, language: string) {
  const before = await page.evaluate((wanted) => {
    const root = document.documentElement
    if (root.lang === wanted) return undefined
    const text = document.querySelector('#app')?.textContent ?? ''
    root.lang = wanted
    dispatchEvent(new Event('2park.contrast'))
    return text
  }, language)
  // Else the same words would be looked at twice.
  if (before !== undefined) await expect(page.locator('#app')).not.toHaveText(before)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
