/** What the clerk has before them of the municipality's branding, and what is sent and told of it. */
import {
  chosenColours,
  followingColours,
  nearestReadable,
  themeTokens,
  type BrandTokens,
  type ChosenColour,
  type GivenTokens,
} from '@2park/domain/branding'
import { isColour } from '@2park/domain/contrast'
import type { InputOf, OutputOf } from '@2park/web/api'

export type Branding = OutputOf<'GET /permit-shop/branding'>
type BrandingInput = InputOf<'PUT /permit-shop/branding'>['body']

export type BrandingForm = {
  readonly name: string
  /** An address, or what was chosen as data. */
  readonly logo: string | undefined
  readonly mailLogo: string | undefined
  /** As they were typed: perhaps no colours yet. */
  readonly tokens: GivenTokens
}

export function formOf({ name, logo, mailLogo, tokens }: Branding): BrandingForm {
  return { name, logo, mailLogo, tokens: tokens ?? themeTokens }
}

const ofButtons = 'basis-color-action-1'

/** The grounds and lines in the colour of the buttons follow it anew. */
export function withColour(form: BrandingForm, token: ChosenColour, colour: string): BrandingForm {
  const tokens = { ...form.tokens, [token]: colour }
  return { ...form, tokens: token.startsWith(ofButtons) ? withoutFollowing(tokens) : tokens }
}

/** With the nearest colours that can be read. */
export function madeReadable(form: BrandingForm): BrandingForm {
  return { ...form, tokens: withoutFollowing(nearestReadable(withoutFollowing(form.tokens))) }
}

function withoutFollowing(tokens: GivenTokens): GivenTokens {
  const none = Object.fromEntries(followingColours.map((token) => [token, undefined]))
  return { ...tokens, ...none }
}

export function areColours({ tokens }: BrandingForm): boolean {
  return chosenColours.every((token) => isColour(tokens[token]))
}

/** Who has the theme's colours has none of their own. */
export function toBranding({ name, logo, mailLogo, tokens }: BrandingForm): BrandingInput {
  const isTheme = Object.entries(themeTokens).every(
    ([token, value]) => (tokens[token as keyof BrandTokens] ?? value).toLowerCase() === value,
  )
  return { name, logo, mailLogo, ...(!isTheme && { tokens }) }
}

/** How round corners are, by the least round one: that of buttons and fields. */
export const corners = {
  '0px': '0px',
  '6px': '8px',
  '12px': '16px',
  '20px': '22px',
} as const
export type Corner = keyof typeof corners

export function cornerOf({ tokens }: BrandingForm): Corner {
  const radius = Number.parseInt(tokens['basis-border-radius-md'] ?? '12px', 10)
  const known = Object.keys(corners) as Corner[]
  // Where the municipality's other system gave another, the nearest is shown.
  const distance = (corner: Corner) => Math.abs(Number.parseInt(corner, 10) - radius)
  return known.toSorted((a, b) => distance(a) - distance(b))[0] ?? '12px'
}

export function withCorner(form: BrandingForm, corner: Corner): BrandingForm {
  const radii = { 'basis-border-radius-md': corner, 'basis-border-radius-lg': corners[corner] }
  return { ...form, tokens: { ...form.tokens, ...radii } }
}

/** A field of the form. */
const fields = ['name', 'logo', ...chosenColours] as const
export type BrandingField = (typeof fields)[number]

type Told = {
  readonly pointer: string
  readonly detail: string
  readonly contrast?: { readonly ratio: number } | undefined
}

/** What the server says of each field: of several pairs of a colour, what it says of the worst. */
export function toldByField(errors: readonly Told[]): ReadonlyMap<BrandingField, string> {
  const told = new Map<BrandingField, string>()
  const worstFirst = errors.toSorted((a, b) => (a.contrast?.ratio ?? 0) - (b.contrast?.ratio ?? 0))
  for (const { pointer, detail } of worstFirst) {
    const field = fieldAt(pointer)
    if (field !== undefined && !told.has(field)) told.set(field, detail)
  }
  return told
}

function fieldAt(pointer: string): BrandingField | undefined {
  const [, part = '', token] = pointer.split('/')
  if (part === 'mailLogo') return 'logo'
  return fields.find((field) => field === (token ?? part))
}
