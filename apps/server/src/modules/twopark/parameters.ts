/** The protocol's lists of labelled values: what most of its objects are made of. */
import { z } from 'zod/mini'

export type Parameter = { readonly prr_label: string; readonly prr_value: string }

export function parameters(values: Readonly<Record<string, string>>): Parameter[] {
  return Object.entries(values).map(([label, value]) => ({ prr_label: label, prr_value: value }))
}

/** As clients send them: the value may be missing or a number, and what else there is says nothing. */
export const Parameters = z.array(
  z.object({
    prr_label: z.string().check(z.maxLength(64)),
    prr_value: z.optional(z.nullable(z.union([z.string().check(z.maxLength(300)), z.number()]))),
  }),
)

/** The value under a label; empty where there is none. */
export function valueOf(list: z.output<typeof Parameters>, label: string): string {
  const value = list.find(({ prr_label }) => prr_label === label)?.prr_value
  return value === undefined || value === null ? '' : String(value).trim()
}

/** JSON in a field of a form. */
export function jsonOf<Shape extends z.core.$ZodType>(shape: Shape) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text, context): unknown => {
        try {
          const value: unknown = JSON.parse(text)
          // It may be written as an escape, and no database keeps it.
          if (!JSON.stringify(value).includes(String.raw`\u0000`)) return value
          throw new Error('a character that is none')
        } catch {
          context.issues.push({ code: 'custom', message: 'no JSON', input: text })
          return z.NEVER
        }
      }),
    ),
    shape,
  )
}
