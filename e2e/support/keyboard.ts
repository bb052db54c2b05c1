/**
 * Going about with the keyboard alone. With every press the focus is looked at: it is on something,
 * it is seen, and what has it is not hidden behind something else (WCAG 2.1.1, 2.4.7, 2.4.11).
 */
import type { Page } from '@playwright/test'
import { learnToSee, type Sight } from './sight.ts'
import { expect } from './test.ts'

declare const sight: Sight

const mostPresses = 70

/** Presses Tab until what has the focus is called this, or begins so; first it waits until that is there. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await learnToSee(page)
  await page.waitForFunction(isThere, name)
  await page.evaluate(() => sight.rest())
  const names: string[] = []
  for (let count = 0; count < mostPresses; count++) {
    await page.keyboard.press(key)
    const { name: found, trouble } = await page.evaluate(lookAtFocus)
    expect.soft(trouble, `after ${names.slice(-2).join(', ')}`).toBe('')
    if (typeof name === 'string' ? found === name : name.test(found)) return
    names.push(found)
  }
  throw new Error(`Tab never comes to ${name}, but to ${[...new Set(names)].join(' | ')}.`)
}

/** Goes there and presses it. */
export async function press(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** The same, where it opens a sheet. */
export async function open(page: Page, name: string | RegExp) {
  await press(page, name)
  await page.getByRole('dialog').waitFor()
}

/** Goes to a field and fills it in, in the place of what stands there. */
export async function type(page: Page, name: string | RegExp, text: string) {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/**
 * What is wrong with the form that was sent is said above it: that has the focus, and leads to each
 * field. Given are the fields, in their order, by what is said of them.
 */
export async function followErrors(page: Page, fields: Readonly<Record<string, string>>) {
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') })
  await expect(errors).toBeFocused()
  await expect(errors.getByRole('link')).toHaveText(Object.keys(fields))
  let key: 'Tab' | 'Shift+Tab' = 'Tab'
  for (const [text, field] of Object.entries(fields)) {
    await tabTo(page, text, key)
    await page.keyboard.press('Enter')
    await expectFocusOn(page, field)
    key = 'Shift+Tab'
  }
}

/** On what is called this, by what it says or by its label. */
export async function expectFocusOn(page: Page, name: string) {
  await learnToSee(page)
  const focused = () => page.evaluate(() => sight.calledOf(document.activeElement as HTMLElement))
  await expect.poll(focused).toBe(name)
}

/** From the first of the choices that the focus comes to, so many further. */
export async function choose(page: Page, from: string | RegExp, steps: number) {
  await tabTo(page, from)
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
}

/** Runs in the page. */
function isThere(name: string | RegExp): boolean {
  const names = sight.controls().map(sight.calledOf)
  return names.some((found) => (typeof name === 'string' ? found === name : name.test(found)))
}

/** Runs in the page. Beyond its last control the browser's own come, also beyond those of a sheet. */
function lookAtFocus(): { name: string; trouble: string } {
  const { calledOf, isCovered, isFocusSeen, name, rest, scope } = sight
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body)
    return { name: '', trouble: '' }
  // A title is no control; it has the focus to be read from.
  if (focused.tabIndex < 0) return { name: calledOf(focused), trouble: '' }
  const troubles = [
    ...(isFocusSeen(focused) ? [] : ['the focus is not seen']),
    ...(isCovered(focused) ? ['nothing of it is to be seen'] : []),
    ...(scope().contains(focused) ? [] : ['it is behind the sheet']),
  ]
  rest()
  const trouble = troubles.length === 0 ? '' : `${troubles.join(', ')}: ${name(focused)}`
  return { name: calledOf(focused), trouble }
}
