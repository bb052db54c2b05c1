/**
 * What a municipality looks like: its name, its logo and its colours, by the names of NL Design System's
 * tokens. Its permit shop changes it; everybody sees it with their products.
 */
import { isColour } from '@2park/domain/contrast'
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { invalidAs } from './invalid-field.ts'

/** Of a file, before it is written in base64. */
export const mostLogoBytes = 24 * 1024
export const mostMailLogoBytes = 16 * 1024

/** `#0b5cad`. */
const Colour = z.string().check(
  z.toLowerCase(),
  z.refine((text) => isColour(text), invalidAs('colour')),
)

const Radius = z.string().check(z.regex(/^(?:\d|1\d|2[0-4])px$/))

/** The colours of the frame, of buttons and links, and how round corners are. */
export const GivenTokens = z.strictObject({
  'basis-color-accent-1-bg-default': Colour,
  'basis-color-accent-1-color-default': Colour,
  'basis-color-action-1-bg-default': Colour,
  'basis-color-action-1-inverse-color': Colour,
  'basis-color-action-1-color-default': Colour,
  // These follow from the colour of the buttons where they are not given.
  'basis-color-action-1-bg-hover': z.optional(Colour),
  'basis-color-action-1-bg-subtle': z.optional(Colour),
  'basis-color-action-1-border-subtle': z.optional(Colour),
  'strip-paid-bg': z.optional(Colour),
  'basis-border-radius-md': z.optional(Radius),
  'basis-border-radius-lg': z.optional(Radius),
})

/** A picture: `data:image/svg+xml;base64,…` or `data:image/png;base64,…`, or the address of the one there is. */
const Picture = z
  .string()
  .check(z.refine((text) => text.length <= mostLogoBytes * 2, invalidAs('logoTooLarge')))

export const BrandingInput = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  /** A drawing of shapes or a PNG, of at most 24 kB. Left out: neutral arms. */
  logo: z.optional(Picture),
  /** A PNG of 28 by 32 points, or two or three times that, of at most 16 kB. Left out: none in mails. */
  mailLogo: z.optional(Picture),
  /** Left out: the colours of 2Park. */
  tokens: z.optional(GivenTokens),
})

export const Branding = z.object({
  name: z.string(),
  logo: z.optional(z.string()),
  mailLogo: z.optional(z.string()),
  /** All of them, also those that followed. */
  tokens: z.optional(GivenTokens),
  /** Of the latest change; the `ETag`. */
  version: z.int(),
})

export const brandingEndpoints = endpoints({
  'GET /permit-shop/branding': {
    summary: 'What the municipality looks like.',
    tag: 'permit shop',
    by: 'permitShop',
    versioned: true,
    response: Branding,
    status: 200,
    problems: [],
  },
  'PUT /permit-shop/branding': {
    summary: 'Change what the municipality looks like. Colours that are hard to read are refused.',
    tag: 'permit shop',
    by: 'permitShop',
    versioned: true,
    body: BrandingInput,
    response: Branding,
    status: 200,
    problems: ['changedMeanwhile'],
  },
})
