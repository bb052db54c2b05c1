/** What a person sees of a page, as its styles tell it: edges, grounds, and where the focus is. */
import type { Page } from '@playwright/test'

/** Is `sight` in the page, once it has learnt to see. */
export type Sight = ReturnType<typeof see> & ReturnType<typeof know>

export async function learnToSee(page: Page): Promise<void> {
  await page.evaluate(
    `globalThis.sight ??= { ...(${see.toString()})(), ...(${know.toString()})() }`,
  )
}

/** Runs in the page. */
function see() {
  const scope = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  const styleOf = (element: Element) => getComputedStyle(element)
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const all = (selector: string) =>
    [...scope().querySelectorAll<HTMLElement>(selector)].filter(isSeen)

  const numbersIn = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const isClear = (colour: string) => numbersIn(colour)[3] === 0 || colour === 'transparent'
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = numbersIn(colour).map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  /** By three to one (WCAG 1.4.11). */
  const standsOut = (colour: string, against: string) => {
    const [one, other] = [luminance(colour), luminance(against)]
    return !isClear(colour) && (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3
  }
  const ground = (element: Element | null): string => {
    if (!element) return styleOf(document.documentElement).backgroundColor
    const { backgroundColor } = styleOf(element)
    return isClear(backgroundColor) ? ground(element.parentElement) : backgroundColor
  }
  const hasEdge = (element: Element | null) => {
    if (!element) return false
    const style = styleOf(element)
    return ['top', 'right', 'bottom', 'left'].some(
      (side) =>
        Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
        standsOut(style.getPropertyValue(`border-${side}-color`), ground(element.parentElement)),
    )
  }
  /** What is drawn in the place of a control that lies unseen over it. */
  const drawn = (control: HTMLElement): HTMLElement => {
    if (styleOf(control).opacity !== '0') return control
    const next = control.matches('input') ? control.nextElementSibling : control.parentElement
    return next instanceof HTMLElement ? next : control
  }
  const isNative = (element: Element) =>
    element.matches('input[type=radio], input[type=checkbox]') &&
    styleOf(element).appearance !== 'none'
  /** Empty, where there is no outline that is seen. */
  const outlineOf = (element: Element | null | undefined) => {
    if (!element) return ''
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = styleOf(element)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return ''
    if (!standsOut(outlineColor, ground(element.parentElement))) return ''
    return [outlineStyle, outlineWidth, outlineColor, outlineOffset].join()
  }
  const outlinesAround = (control: Element) => {
    const { parentElement, nextElementSibling } = control
    const around = [control, nextElementSibling, parentElement, parentElement?.parentElement]
    return around.map(outlineOf)
  }
  const controls = () => all('a[href], button, input, select, textarea, summary')
  const rested = new WeakMap<Element, string[]>()
  /** Remembers how everything looks that does not have the focus now. */
  const rest = () => {
    const others = controls().filter((control) => control !== document.activeElement)
    for (const control of others) rested.set(control, outlinesAround(control))
  }
  /** What was always outlined tells nobody where the focus is. */
  const isFocusSeen = (control: Element) => {
    const before = rested.get(control) ?? []
    return outlinesAround(control).some(
      (outline, index) => outline !== '' && outline !== before[index],
    )
  }
  return {
    all,
    controls,
    drawn,
    ground,
    hasEdge,
    isFocusSeen,
    isNative,
    name: (element: Element) => element.outerHTML.slice(0, 120),
    rest,
    scope,
    standsOut,
    styleOf,
  }
}

/** Runs in the page: what a control is called, and whether another thing lies over the whole of it. */
function know() {
  const calledOf = (control: HTMLElement) => {
    const hasLabels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
    const label = hasLabels ? control.labels?.[0] : undefined
    const copy = (label ?? control).cloneNode(true) as HTMLElement
    for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove()
    const text = control.getAttribute('aria-label') ?? copy.textContent
    return text.replaceAll(/\s+/g, ' ').trim()
  }
  const isPartOf = (control: HTMLElement, hit: Element | null) =>
    control.contains(hit) ||
    hit?.closest('label')?.contains(control) === true ||
    hit?.parentElement === control.parentElement
  const isCovered = (control: HTMLElement) => {
    const { left, top, width, height } = control.getBoundingClientRect()
    const spots = [0.08, 0.5, 0.92].flatMap((x) =>
      [0.15, 0.5, 0.85].map((y) => [left + width * x, top + height * y] as const),
    )
    return !spots.some(([x, y]) => isPartOf(control, document.elementFromPoint(x, y)))
  }
  return { calledOf, isCovered }
}
