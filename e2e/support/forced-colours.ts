/**
 * Whether the page can be used in colours that its reader forces on it, as in Windows' contrast themes:
 * grounds, shadows and drawn controls are gone there (WCAG 1.4.1, 1.4.11, 2.4.7). Everything that can be
 * pressed still has an edge or is underlined, what is chosen looks chosen, icons stand out, and the
 * focus is seen.
 */
import type { Page } from '@playwright/test'
import { learnToSee, type Sight } from './sight.ts'

declare const sight: Sight

/** Answers what is lost. Leaves the page in its own colours, and its focus where it was. */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  await learnToSee(page)
  // White on black: whatever keeps colours that were meant for a light page is found out.
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const lost = [...(await page.evaluate(listLost)), ...(await page.evaluate(listUnseenFocus))]
  await page.emulateMedia({ forcedColors: 'none', colorScheme: null })
  return lost
}

/** Runs in the page. */
function listLost(): string[] {
  const { all, controls, drawn, ground, hasEdge, isNative, name, standsOut, styleOf } = sight
  const isUnderlined = (element: Element) =>
    [element, ...element.querySelectorAll('*')].some((part) =>
      styleOf(part).textDecorationLine.includes('underline'),
    )
  const canBeFound = (control: HTMLElement) => {
    const shown = drawn(control)
    if (hasEdge(shown) || isNative(shown) || isUnderlined(shown)) return true
    if (shown.matches('input, select')) return hasEdge(shown.parentElement)
    // Words among others of their kind, which have a line around or below them together.
    const isOneOfMany = shown.matches('[role=tab], nav *')
    return (isOneOfMany || !shown.matches('button')) && shown.textContent?.trim() !== ''
  }
  const look = (element: HTMLElement) => {
    const shown = drawn(element)
    const style = styleOf(shown)
    const { outlineStyle, outlineColor, outlineWidth } = style
    const isOutlined =
      outlineStyle !== 'none' && standsOut(outlineColor, ground(shown.parentElement))
    return [
      hasEdge(shown),
      style.borderWidth,
      isOutlined && outlineWidth,
      style.backgroundColor,
    ].join()
  }
  const isChosen = ':is(input:checked, [aria-selected=true], [aria-current], [aria-pressed=true])'
  const chosen = all(isChosen)
  const alike = chosen.filter((one) => {
    if (isNative(drawn(one))) return false
    const peers = one.matches('input')
      ? all(`input[name="${one.getAttribute('name')}"]:not(:checked)`)
      : all(`[class="${one.className}"]:not(${isChosen})`)
    return peers.some((peer) => look(peer) === look(one))
  })
  const dim = all('svg').filter(
    (icon) => !standsOut(styleOf(icon).color, ground(icon.parentElement)),
  )
  const stubborn = all('*:not([data-swatch], img)').filter(
    (element) => styleOf(element).forcedColorAdjust === 'none',
  )
  return [
    ...controls()
      .filter((control) => !canBeFound(control))
      .map((control) => `no edge: ${name(control)}`),
    ...alike.map((one) => `chosen looks as the others: ${name(one)}`),
    ...dim.map((icon) => `icon hardly stands out: ${name(icon)}`),
    ...stubborn.map((element) => `keeps its own colours: ${name(element)}`),
  ]
}

function listUnseenFocus(): string[] {
  const { controls, isFocusSeen, name, rest } = sight
  const before = document.activeElement
  if (before instanceof HTMLElement) before.blur()
  rest()
  // The types of TypeScript know no `focusVisible` yet.
  const asByKey: FocusOptions & { focusVisible: boolean } = {
    preventScroll: true,
    focusVisible: true,
  }
  const unseen = controls().filter((control) => {
    if (control.tabIndex < 0) return false
    control.focus(asByKey)
    return document.activeElement === control && !isFocusSeen(control)
  })
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return unseen.map((control) => `focus not seen: ${name(control)}`)
}
