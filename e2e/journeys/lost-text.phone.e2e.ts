/** That what looks for lost text finds it, each way in which it can be lost, and nothing where none is. */
import type { Page } from '@playwright/test'
import { listLost, lostTextScript } from '#support/lost-text.ts'
import { expect, test } from '#support/test.ts'

const words = 'Bezoekersregeling Binnenstad-Noord'

const lost = {
  'by a height': `<p style="height: 1lh; overflow: hidden">${words} ${words} ${words}</p>`,
  'half a line': `<p style="height: .5lh; overflow: clip">${words}</p>`,
  'by a number of lines': `<p style="display: -webkit-box; overflow: hidden;
    -webkit-box-orient: vertical; -webkit-line-clamp: 1">${words} ${words}</p>`,
  'behind dots': `<p style="inline-size: 6em; overflow: hidden; white-space: nowrap;
    text-overflow: ellipsis">${words}</p>`,
  'out of a button': `<button style="block-size: 2lh; inline-size: 8em">${words} ${words}</button>`,
  'over what follows': `<p style="height: 1lh; inline-size: 8em">${words}</p><p>${words}</p>`,
  'beside the screen': `<p style="white-space: nowrap; font-size: 4em">${words}</p>`,
}

const kept = {
  'all of it': `<p>${words} ${words} ${words}</p>`,
  'in a box that scrolls': `<div style="height: 2lh; overflow: auto"><p>${words} ${words}</p></div>`,
  'behind a sheet': `<p>${words}</p><dialog open style="inset: 0; margin: 0">${words}</dialog>`,
  'only to be heard': `<p style="position: absolute; inline-size: 1px; block-size: 1px;
    overflow: hidden; clip-path: inset(50%)">${words}</p>`,
}

/** Fits as it is. */
const narrow = `<p style="height: 1em; line-height: 1; overflow: hidden">${words}</p>`

test('B6: text that is cut off, covered or outside its box is found', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 640 })
  for (const [how, html] of Object.entries(lost)) {
    await show(page, html)
    expect.soft({ how, found: await lostOn(page) }).not.toEqual({ how, found: [] })
  }
  for (const [how, html] of Object.entries(kept)) {
    await show(page, html)
    expect.soft({ how, found: await lostOn(page) }).toEqual({ how, found: [] })
  }
  await show(page, narrow)
  const found = await lostOn(page, 'more')
  expect(await lostOn(page)).toEqual([])
  expect(found).not.toEqual([])
})

async function show(page: Page, html: string) {
  const head = '<meta name="viewport" content="width=device-width"><style>p { margin: 0 }</style>'
  await page.setContent(`<!doctype html>${head}${html}`)
}

async function lostOn(page: Page, room: 'usual' | 'more' = 'usual') {
  await page.evaluate(lostTextScript)
  return page.evaluate(listLost, room)
}
