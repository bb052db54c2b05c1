/**
 * Where each municipality says how accessible it is, and where one reports what does not work: for
 * everyone, also who is not signed in. Its permit shop says so.
 */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { EmailAddress, Id } from './fields.ts'
import { invalidAs } from './invalid-field.ts'
import { Organisation } from './products.ts'

/** An address that a browser opens, and that nobody on the way can change. */
const WebAddress = z
  .string()
  .check(z.trim(), z.maxLength(500), z.refine(isWebAddress, invalidAs('webAddress')))

const Https = z.url({ protocol: /^https$/, hostname: /./ })

function isWebAddress(text: string): boolean {
  return text.startsWith('https://') && Https.safeParse(text).success && !/[\s<>"]/.test(text)
}

export const AccessibilityInput = z.strictObject({
  /** Of its accessibility statement. Left out: it has none to link to. */
  statement: z.optional(WebAddress),
  /** Where what does not work is reported. Left out: at the helpdesk only. */
  email: z.optional(EmailAddress),
})

const Accessibility = z.object({
  statement: z.optional(z.string()),
  email: z.optional(z.string()),
})

export const accessibilityEndpoints = endpoints({
  'GET /organisations': {
    summary: 'The municipalities that are served here, with where each says how accessible it is.',
    tag: 'organisations',
    open: true,
    response: z.object({
      organisations: z.array(
        z.object({
          id: Id,
          name: z.string(),
          helpdesk: Organisation.shape.helpdesk,
          accessibility: Accessibility,
        }),
      ),
    }),
    status: 200,
    problems: [],
  },
  'GET /permit-shop/accessibility': {
    summary: 'Where the municipality says how accessible it is.',
    tag: 'permit shop',
    by: 'permitShop',
    response: Accessibility,
    status: 200,
    problems: [],
  },
  'PUT /permit-shop/accessibility': {
    summary: 'Change where the municipality says how accessible it is.',
    tag: 'permit shop',
    by: 'permitShop',
    body: AccessibilityInput,
    response: Accessibility,
    status: 200,
    problems: [],
  },
})
