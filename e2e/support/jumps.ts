/**
 * What jumps on a page: how far what one looks at moves by itself, as browsers count it. What moves
 * right after a press is not counted by them: one expects something then.
 */
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** Less than an eye sees: nothing of any size has moved. */
const unseen = 0.005

type Shift = PerformanceEntry & {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node: Node | null }[]
}

/** From the first paint of every page that is opened from here on. */
export async function watchJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const jumps: { moved: string; by: number }[] = []
    Object.assign(globalThis, { jumps })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue
        const nodes = entry.sources.map(({ node }) => (node as Element | null)?.textContent ?? '')
        jumps.push({ moved: nodes.join(' | ').slice(0, 200), by: entry.value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** On the page as it was opened last. */
export async function expectNoJumps(page: Page): Promise<void> {
  const jumps = await page.evaluate(
    () => (globalThis as unknown as { jumps: { moved: string; by: number }[] }).jumps,
  )
  expect.soft(jumps.filter(({ by }) => by > unseen)).toEqual([])
}
