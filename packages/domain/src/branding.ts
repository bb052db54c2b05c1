/**
 * The colours of a municipality's own, by the names of NL Design System's basis tokens, and whether what
 * is drawn in them can be read.
 *
 * Five of them a municipality chooses. The others, grounds and lines in the colour of its buttons, follow
 * from those unless it gives them too. The rest of the theme is everybody's, and so is each contrast
 * choice, which overrules all of these.
 */
import { contrastOf, mix, nearestThatContrasts, type Colour } from './contrast.ts'

export const chosenColours = [
  'basis-color-accent-1-bg-default',
  'basis-color-accent-1-color-default',
  'basis-color-action-1-bg-default',
  'basis-color-action-1-inverse-color',
  'basis-color-action-1-color-default',
] as const
export type ChosenColour = (typeof chosenColours)[number]

export const followingColours = [
  'basis-color-action-1-bg-hover',
  'basis-color-action-1-bg-subtle',
  'basis-color-action-1-border-subtle',
  'strip-paid-bg',
] as const
export type FollowingColour = (typeof followingColours)[number]

export type BrandColour = ChosenColour | FollowingColour
/** How round corners are, as CSS lengths. */
export type RadiusToken = 'basis-border-radius-md' | 'basis-border-radius-lg'

export type BrandTokens = Readonly<Record<BrandColour, Colour>> &
  Readonly<Record<RadiusToken, string>>
export type GivenTokens = Readonly<Record<ChosenColour, Colour>> &
  Readonly<Partial<Record<FollowingColour | RadiusToken, string | undefined>>>

/** What who gave no colours wears: the theme's own. */
export const themeTokens: BrandTokens = {
  'basis-color-accent-1-bg-default': '#12507f',
  'basis-color-accent-1-color-default': '#ffffff',
  'basis-color-action-1-bg-default': '#0b5cad',
  'basis-color-action-1-inverse-color': '#ffffff',
  'basis-color-action-1-color-default': '#0b5cad',
  'basis-color-action-1-bg-hover': '#084a8c',
  'basis-color-action-1-bg-subtle': '#e8f1fa',
  'basis-color-action-1-border-subtle': '#b9d3ec',
  'strip-paid-bg': '#c9dcef',
  'basis-border-radius-md': '12px',
  'basis-border-radius-lg': '16px',
}

/** Of the theme, what the colours of a municipality stand on or under. */
export const themeColours = {
  'basis-color-default-bg-document': '#ffffff',
  'basis-color-default-bg-subtle': '#f2f5f8',
  'basis-color-default-color-document': '#15212c',
  'basis-color-default-color-subtle': '#4b5864',
  'basis-color-negative-color-default': '#a8171f',
  'basis-color-positive-color-default': '#14683a',
} as const
type ThemeColour = keyof typeof themeColours

/**
 * With the colours that follow from those that were chosen. A button is never harder to read for being
 * pointed at.
 */
export function completeTokens(given: GivenTokens): BrandTokens {
  const button = given['basis-color-action-1-bg-default']
  const text = given['basis-color-action-1-inverse-color']
  const isLighter = contrastOf(button, '#000000') >= contrastOf(text, '#000000')
  return {
    ...themeRadii,
    'basis-color-action-1-bg-hover': mix(button, isLighter ? '#ffffff' : '#000000', 0.2),
    'basis-color-action-1-bg-subtle': mix(button, '#ffffff', 0.92),
    'basis-color-action-1-border-subtle': mix(button, '#ffffff', 0.7),
    'strip-paid-bg': mix(button, '#ffffff', 0.78),
    ...present(given),
  }
}

const themeRadii = {
  'basis-border-radius-md': themeTokens['basis-border-radius-md'],
  'basis-border-radius-lg': themeTokens['basis-border-radius-lg'],
}

function present(given: GivenTokens) {
  const named = Object.entries(given).filter(([, value]) => value !== undefined)
  // The same names, less those that were said to be absent.
  return Object.fromEntries(named) as Record<ChosenColour, Colour>
}

type Pair = {
  /** The one that is to be mended where the two are too much alike. */
  readonly token: BrandColour
  readonly against: BrandColour | ThemeColour
  readonly needed: number
}

/** What WCAG 2.2 asks for text (1.4.3), and for the lines of controls (1.4.11). */
const forText = 4.5
const forControls = 3

/** Each pair that is drawn, after the pairs that its other colour is mended by. */
const pairs: readonly Pair[] = [
  ...against('basis-color-action-1-bg-default', forControls, [
    'basis-color-default-bg-document',
    'basis-color-default-bg-subtle',
  ]),
  ...against('basis-color-action-1-bg-subtle', forText, [
    'basis-color-default-color-document',
    'basis-color-default-color-subtle',
    'basis-color-negative-color-default',
    'basis-color-positive-color-default',
  ]),
  ...against('strip-paid-bg', forText, ['basis-color-default-color-document']),
  ...against('basis-color-action-1-color-default', forText, [
    'basis-color-default-bg-document',
    'basis-color-default-bg-subtle',
    'basis-color-action-1-bg-subtle',
  ]),
  ...against('basis-color-action-1-inverse-color', forText, ['basis-color-action-1-bg-default']),
  ...against('basis-color-action-1-bg-hover', forText, ['basis-color-action-1-inverse-color']),
  ...against('basis-color-accent-1-color-default', forText, ['basis-color-accent-1-bg-default']),
]

function against(token: BrandColour, needed: number, others: readonly Pair['against'][]): Pair[] {
  return others.map((other) => ({ token, against: other, needed }))
}

export type ContrastFigure = Pair & {
  readonly ratio: number
  readonly isEnough: boolean
  /** What the token is among the nearest colours with which all is enough. */
  readonly suggestion: Colour
}

/** Every pair with its contrast. What follows from a colour fails only where that colour does. */
export function contrastFigures(given: GivenTokens): readonly ContrastFigure[] {
  const tokens = { ...themeColours, ...completeTokens(given) }
  const mended = nearestReadable(given)
  return pairs
    .map((pair) => {
      const ratio = contrastOf(tokens[pair.token], tokens[pair.against])
      const suggestion = mended[pair.token]
      return { ...pair, ratio, isEnough: ratio >= pair.needed, suggestion }
    })
    .filter(({ token, isEnough }) => isEnough || given[token] !== undefined)
}

/** The same tokens, with each that is too much like what it stands by as near to itself as it can be. */
export function nearestReadable(given: GivenTokens): BrandTokens {
  const tokens = { ...given }
  for (const [token, ofToken] of Map.groupBy(pairs, (pair) => pair.token)) {
    const all = { ...themeColours, ...completeTokens(tokens) }
    const neighbours = ofToken.map((pair) => ({ colour: all[pair.against], needed: pair.needed }))
    const nearest = nearestThatContrasts(all[token], neighbours) ?? all[token]
    if (nearest !== all[token]) Object.assign(tokens, { [token]: nearest })
  }
  return completeTokens(tokens)
}
