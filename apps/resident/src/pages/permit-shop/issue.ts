/** What the clerk filled in, and what is sent of it. */
import type { InputOf } from '@2park/web/api'

export type IssueInput = InputOf<'POST /permit-shop/products'>['body']

/** A field of the form, by the name that the API has for it. */
export type IssueField = 'email' | 'validFrom' | 'validUntil' | 'plates' | 'rightsQuantity'

const fields: readonly IssueField[] = [
  'email',
  'validFrom',
  'validUntil',
  'plates',
  'rightsQuantity',
]

export type Filled = Readonly<Record<IssueField | 'productType' | 'area' | 'language', string>>

/** Days as the municipality's clock has them; the last day counts whole. */
export function toIssue(filled: Filled, timeZone: string): IssueInput {
  const { productType, area, email, plates, rightsQuantity, language } = filled
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString()
  return {
    productType,
    area,
    email,
    validFrom: startOf(Temporal.PlainDate.from(filled.validFrom)),
    validUntil: startOf(Temporal.PlainDate.from(filled.validUntil).add({ days: 1 })),
    plates: plates
      .split(/[,;\n]/)
      .map((number) => number.trim())
      .filter((number) => number !== '')
      .map((number) => ({ number })),
    ...(rightsQuantity !== '' && { rightsQuantity: Number(rightsQuantity) }),
    language: language === 'en' ? 'en' : 'nl',
  }
}

/** Without these there is nothing to ask the server. */
export function listMissing(filled: Filled): IssueField[] {
  return (['email', 'validFrom', 'validUntil'] as const).filter((name) => filled[name] === '')
}

type Told = { readonly pointer: string; readonly detail: string }

/** What the server says of each field; of a list, what it says of any part. */
export function toldByField(errors: readonly Told[]): ReadonlyMap<IssueField, string> {
  const told = new Map<IssueField, string>()
  for (const { pointer, detail } of errors) {
    const field = fields.find((name) => pointer.split('/')[1] === name)
    if (field !== undefined && !told.has(field)) told.set(field, detail)
  }
  return told
}

/** From today for a year, unless the clerk says otherwise. */
export function aYearFrom(today: Temporal.PlainDate) {
  return {
    validFrom: today.toString(),
    validUntil: today.add({ years: 1 }).subtract({ days: 1 }).toString(),
  }
}
