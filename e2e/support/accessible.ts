/**
 * Whether what is on the screen is accessible: axe in every contrast, two colours where there are two,
 * and nothing lost on a narrow screen or with letters twice as large (WCAG 2.2 AA: 1.4.3, 1.4.4, 1.4.10).
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from '@playwright/test'
import { lostInForcedColours } from './forced-colours.ts'
import { expect } from './test.ts'

const contrasts = [
  'black-on-white',
  'white-on-black',
  'black-on-yellow',
  'yellow-on-black',
] as const

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** All of axe that another contrast can change. */
const colourRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** Leaves the page in the contrast, and of the size, that it had. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  await page.evaluate(axe)
  expect.soft(await violations(page, everyRule)).toEqual([])
  const chosen = await showContrast(page, contrasts[0])
  for (const contrast of contrasts) {
    await showContrast(page, contrast)
    const found = {
      contrast,
      violations: await violations(page, colourRules),
      strange: await strangeColours(page),
    }
    expect.soft(found).toEqual({ contrast, violations: [], strange: [] })
  }
  await showContrast(page, chosen)
  const forced = await lostInForcedColours(page)
  expect.soft({ forced }).toEqual({ forced: [] })
  await expectNothingLost(page)
}

/** Before its heading, a page is not there; nor while it keeps the place of what is still fetched. */
async function settle(page: Page) {
  await page.getByRole('heading').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[data-skeleton]') === null)
}

async function violations(page: Page, options: RunOptions) {
  const found = await page.evaluate(async (given) => {
    const { axe: scanner } = globalThis as unknown as {
      axe: { run: (given: RunOptions) => Promise<AxeResults> }
    }
    return (await scanner.run(given)).violations
  }, options)
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** As the choice in the settings does; answers which one was shown. */
function showContrast(page: Page, contrast: string | undefined): Promise<string | undefined> {
  return page.evaluate((wanted) => {
    const root = document.documentElement
    const shown = root.dataset['contrast']
    if (wanted !== undefined) root.dataset['contrast'] = wanted
    return shown
  }, contrast)
}

/**
 * What axe does not see: in a contrast of two colours, every text, ground and border is in one of the
 * two. The swatches of the choice itself show their own.
 */
function strangeColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement)
    const own = ['--contrast-bg', '--contrast-color'].map((name) => root.getPropertyValue(name))
    const probe = document.createElement('i')
    document.body.append(probe)
    const allowed = new Set(
      own.map((colour) => {
        probe.style.color = colour
        return getComputedStyle(probe).color
      }),
    )
    probe.remove()
    const isStrange = (colour: string) =>
      !allowed.has(colour) && !/^rgba\(.*, 0\)$|^transparent$/.test(colour)
    const drawn = [...document.body.querySelectorAll<HTMLElement>('*:not([data-swatch])')].filter(
      (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    return drawn.flatMap((element) => {
      const style = getComputedStyle(element)
      const colours = [style.color, style.backgroundColor]
      if (style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px') {
        colours.push(style.borderTopColor)
      }
      return colours
        .filter(isStrange)
        .map((colour) => `${element.outerHTML.slice(0, 90)} ${colour}`)
    })
  })
}

async function expectNothingLost(page: Page) {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  expect.soft({ twiceAsLarge: await cutOff(page, '200%') }).toEqual({ twiceAsLarge: [] })
  await page.setViewportSize({ width: 320, height: 640 })
  expect.soft({ narrow: await cutOff(page, '') }).toEqual({ narrow: [] })
  await page.setViewportSize(size)
}

/** What runs out of the side of the screen, at this size of letters, without being in a box that scrolls. */
function cutOff(page: Page, fontSize: string): Promise<string[]> {
  return page.evaluate((letters) => {
    const root = document.documentElement
    root.style.fontSize = letters
    const right = root.clientWidth + 1
    const out = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const box = element.getBoundingClientRect()
      if (box.width <= 1 || box.right <= right) return false
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (/auto|scroll|clip|hidden/.test(getComputedStyle(around).overflowX)) return false
      }
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    })
    root.style.fontSize = ''
    const scrolls = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []
    return [...scrolls, ...out.map((element) => element.outerHTML.slice(0, 90))]
  }, fontSize)
}
