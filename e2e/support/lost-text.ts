/**
 * Text of which a part cannot be read, as happens with larger letters or with more room between them: it is
 * cut off by a box that does not scroll, also where dots or a number of lines say so; it runs out of a box
 * that is drawn around it; or it lies over other text. Nothing is let off: what is short for want of room
 * stands there whole, or not at all.
 */
import { listCutOff } from './cut-off.ts'

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
type Holder = { readonly box: Box; readonly cuts: boolean; readonly isDrawn: boolean }
type Surroundings = { readonly holders: readonly Holder[]; readonly layer: Element | undefined }
type Line = { readonly of: Element; readonly box: Box; readonly around: Surroundings }

declare const reading: ReturnType<typeof surround> &
  ReturnType<typeof read> &
  ReturnType<typeof judge>

/** What the page has to know before it is asked. */
export const lostTextScript = `
  globalThis.listLost ??= ${listLost.toString()}
  globalThis.listCutOff ??= ${listCutOff.toString()}
  globalThis.listLostText ??= ${listLostText.toString()}
  globalThis.reading ??= Object.assign(...[${[surround, read, judge].map(String).join()}].map((part) => part()))
`

/** Runs in the page, and leaves it as it was. A reader may want more room in text (WCAG 1.4.12). */
export function listLost(room: 'usual' | 'more'): string[] {
  const sheet = new CSSStyleSheet()
  const spacing = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em'.split(';')
  const rules = spacing.map((rule) => `${rule} !important`).join(';')
  if (room === 'more') {
    sheet.replaceSync(`* { ${rules} } p { margin-block-end: 2em !important }`)
  }
  document.adoptedStyleSheets.push(sheet)
  const lost = [...listCutOff(), ...listLostText()]
  document.adoptedStyleSheets.pop()
  return room === 'usual' ? lost : lost.map((each) => `with more room in it: ${each}`)
}

/** Runs in the page. */
function listLostText(): string[] {
  const { isOver, lines, runsOut } = reading
  const found = lines()
  const lost = found.flatMap((line, index) => {
    const isCovering = found.slice(0, index).some((other) => isOver(line, other))
    const ways = [...runsOut(line), ...(isCovering ? ['over other text'] : [])]
    return ways.map((way) => `${way}: ${line.of.outerHTML.slice(0, 120)}`)
  })
  return [...new Set(lost)]
}

/** Runs in the page: what an element lies in, as it is drawn. */
function surround() {
  const isClear = (colour: string) => colour.endsWith(', 0)')
  const hasLines = ({ borderTopStyle, borderBottomStyle }: CSSStyleDeclaration) =>
    borderTopStyle !== 'none' && borderBottomStyle !== 'none'
  const holderOf = (element: Element, style: CSSStyleDeclaration): Holder => ({
    box: element.getBoundingClientRect(),
    cuts: /hidden|clip/.test(style.overflow),
    isDrawn: style.display !== 'inline' && (!isClear(style.backgroundColor) || hasLines(style)),
  })
  const scrolls = ({ overflow }: CSSStyleDeclaration) => /auto|scroll/.test(overflow)
  const stays = (element: Element, { position }: CSSStyleDeclaration) =>
    /fixed|sticky/.test(position) || element.matches('dialog')
  /** Up to what scrolls or stays where it is: text behind a sheet, or scrolled below a foot, is not lost. */
  const surroundings = (element: Element): Surroundings => {
    const holders: Holder[] = []
    let isFree = false
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (scrolls(style)) return { holders, layer: at }
      // What is placed by itself is held by what places it.
      if (!isFree || style.position !== 'static') holders.push(holderOf(at, style))
      if (stays(at, style)) return { holders, layer: at }
      isFree = style.position === 'absolute' || (isFree && style.position === 'static')
    }
    return { holders, layer: undefined }
  }
  return { surroundings }
}

/** Runs in the page: the lines of text that are seen, each with where its letters are. */
function read() {
  const isHeardOnly = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath === 'inset(50%)' || isHeardOnly(element.parentElement))
  const isSeen = (element: Element) =>
    !element.matches('script, style, option') &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !isHeardOnly(element)
  /** Letters take less than their line, whose box differs from font to font. */
  const lettersIn = ({ left, top, right, bottom }: Box, size: number): Box => {
    const middle = (top + bottom) / 2
    return { left, right, top: middle - size * 0.4, bottom: middle + size * 0.4 }
  }
  const linesOf = (of: Element): Line[] => {
    if (!isSeen(of)) return []
    const around = reading.surroundings(of)
    const size = Number.parseFloat(getComputedStyle(of).fontSize)
    const range = document.createRange()
    const boxes = [...of.childNodes].flatMap((text) => {
      if (!(text instanceof Text) || text.data.trim() === '') return []
      range.selectNodeContents(text)
      return [...range.getClientRects()].filter(({ width }) => width > 1)
    })
    return boxes.map((box) => ({ of, around, box: lettersIn(box, size) }))
  }
  const hasWords = ({ childNodes }: Element) =>
    [...childNodes].some((child) => child instanceof Text && child.data.trim() !== '')
  const lines = () => [...document.body.querySelectorAll('*')].filter(hasWords).flatMap(linesOf)
  return { lines }
}

/** Runs in the page: how lines lie to what holds them, and to each other. */
function judge() {
  const slack = 1.5
  const isOutside = (inner: Box, outer: Box) =>
    inner.left < outer.left - slack ||
    inner.top < outer.top - slack ||
    inner.right > outer.right + slack ||
    inner.bottom > outer.bottom + slack
  const runsOut = ({ box, around: { holders } }: Line) => {
    const left = holders.filter((holder) => isOutside(box, holder.box))
    if (left.some(({ cuts }) => cuts)) return ['cut off']
    return left.some(({ isDrawn }) => isDrawn) ? ['out of its box'] : []
  }
  const overlap = ({ box }: Line, { box: other }: Line) =>
    Math.min(box.right, other.right) - Math.max(box.left, other.left) > slack &&
    Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > slack
  const isOver = (line: Line, other: Line) =>
    other.of !== line.of && other.around.layer === line.around.layer && overlap(line, other)
  return { isOver, runsOut }
}
