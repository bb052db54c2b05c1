/**
 * Whether a picture that somebody hands in is that and nothing else: an SVG of shapes.
 *
 * An SVG can hold scripts, other documents and addresses to fetch, so it is read here by a list of what
 * it may hold, and whatever is not on the list is refused. What is on it is how drawing programs write
 * plain shapes; whoever has more in a logo hands in a PNG.
 */

export type DrawingFault = 'unreadable' | 'unsafe'

const elements: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon
   linearGradient radialGradient stop clipPath mask`.split(/\s+/),
)

const svgNamespace = 'http://www.w3.org/2000/svg'
const namespaces: ReadonlySet<string> = new Set([
  `xmlns=${svgNamespace}`,
  `xmlns:svg=${svgNamespace}`,
  'xmlns:xlink=http://www.w3.org/1999/xlink',
])

/** What an attribute or a style may not hold: an address elsewhere, another sheet, and what can hide either. */
const leadsOut =
  /url\(\s*(?!\s|["']?#)|(?:src|image|image-set|cross-fade|element|expression)\s*\(|@|\\|javascript:|&(?!(?:amp|lt|gt|quot|apos);)/i

const piece =
  /<!--(?<comment>(?:(?!--)[^])*)-->|<\?(?<instruction>[^>]*)\?>|<(?<slash>\/?)(?<name>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y

type Piece = Readonly<Partial<Record<string, string>>>

/** No program that draws writes them, and what a browser makes of them is its own. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/

/** It is read here as UTF-8, so it may not say to a browser that it is anything else. */
const declaration =
  /^xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])utf-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*$/i

/** Undefined where it is a drawing and no more. */
export function findDrawingFault(svg: string): DrawingFault | undefined {
  if (control.test(svg)) return 'unreadable'
  const pieces = piecesOf(svg.replace(/^\uFEFF/, ''))
  if (!pieces) return /<!|<\?/.test(svg) ? 'unsafe' : 'unreadable'
  if (!isOneTree(pieces)) return 'unreadable'
  const isSafe = pieces.every(isHarmless) && hasWholeStyles(pieces) && !usesUses(pieces)
  return isSafe ? undefined : 'unsafe'
}

/** Undefined where some of it is nothing that we know: then it is no drawing to a browser either, or too clever. */
function piecesOf(svg: string): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  piece.lastIndex = 0
  while (piece.lastIndex < svg.length) {
    const { groups } = piece.exec(svg) ?? {}
    if (!groups) return undefined
    pieces.push(groups)
  }
  return pieces
}

/** One `svg` with everything in it, each element closed where it should be, and nothing beside it. */
function isOneTree(pieces: readonly Piece[]): boolean {
  const open: string[] = []
  const outside: Piece[] = []
  for (const each of pieces) {
    if (open.length === 0) outside.push(each)
    if (!follow(each, open)) return false
  }
  const said = outside.filter(({ name, text = '' }) => name !== undefined || text.trim() !== '')
  return open.length === 0 && said.length === 1 && said[0]?.name === 'svg'
}

/** Whether what it closes is what was opened last. */
function follow({ name, slash, empty }: Piece, open: string[]): boolean {
  if (name === undefined) return true
  if (slash === '/') return open.pop() === name
  if (empty !== '/') open.push(name)
  return true
}

function isHarmless({ name, attributes = '', text, instruction }: Piece, at: number): boolean {
  if (instruction !== undefined) return at === 0 && declaration.test(instruction)
  // Text is a title, or the content of a style: judged as a style wherever it stands.
  if (text !== undefined) return !leadsOut.test(text)
  return name === undefined || (elements.has(name) && attributesOf(attributes).every(isPlain))
}

/** A style is one text: a comment or an element within could part an address that is joined again. */
function hasWholeStyles(pieces: readonly Piece[]): boolean {
  return pieces.every(({ name, slash, empty }, at) => {
    if (name !== 'style' || slash === '/' || empty === '/') return true
    const end = pieces[at + 1]?.text === undefined ? at + 1 : at + 2
    return pieces[end]?.name === 'style' && pieces[end].slash === '/'
  })
}

/**
 * Whether what is used uses something itself: ten times ten times ten is soon more than any browser
 * can draw.
 */
function usesUses(pieces: readonly Piece[]): boolean {
  const open: (string | undefined)[] = []
  const using: (string | undefined)[] = []
  const used = new Set<string | undefined>()
  for (const { name, slash, empty, attributes = '' } of pieces) {
    if (name === undefined) continue
    const all = attributesOf(attributes)
    if (slash !== '/') open.push(all.find(({ key }) => key === 'id')?.value)
    if (name === 'use') using.push(...open)
    for (const { value } of all.filter(({ key }) => /href$/i.test(key))) used.add(value.slice(1))
    if (slash === '/' || empty === '/') open.pop()
  }
  return using.some((id) => id !== undefined && used.has(id))
}

type Attribute = { readonly key: string; readonly value: string }

function attributesOf(text: string): Attribute[] {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return [...found].map(([, key = '', one, other]) => ({ key, value: one ?? other ?? '' }))
}

function isPlain({ key, value }: Attribute): boolean {
  if (key.startsWith('xmlns')) return namespaces.has(`${key}=${value}`)
  if (/^on/i.test(key)) return false
  if (/href$/i.test(key)) return /^#[\w.-]+$/.test(value)
  if (key.includes(':')) return key === 'xml:space'
  return !leadsOut.test(value)
}
