/**
 * A licence plate, as it is compared and kept, and as people write it.
 *
 * Two plates are one when number and country are equal, so everything that is mere notation
 * (dashes, spaces, small letters, accents) is dropped on the way in. The dashes of a Dutch plate
 * follow from its letters and digits alone and are put back on the way out.
 */
import { invariant } from './invariant.ts'

/** A licence plate as it is compared and kept: capitals and digits only, and the country it is from. */
export type Plate = {
  readonly number: string
  /** The distinguishing sign of the UN road traffic conventions: NL, B, D … */
  readonly country: string
}

/** The register's field for a plate holds no more (NPR `VehicleId`). */
export const longestPlate = 25

/** The forms that Dutch plates were issued in: form number n of the vehicle register is entry n - 1. */
const sideCodeForms = [
  'XX-99-99',
  '99-99-XX',
  '99-XX-99',
  'XX-99-XX',
  'XX-XX-99',
  '99-XX-XX',
  '99-XXX-9',
  '9-XXX-99',
  'XX-999-X',
  'X-999-XX',
  'XXX-99-X',
  'X-99-XXX',
  '9-XX-999',
  '999-XX-9',
] as const

/** What is left when notation is dropped. A German Ö is an O, as enforcement's scanners read it. */
export function normalisePlate(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}

/** The plate that someone typed; undefined where what is left is no plate at all. */
export function parsePlate(text: string, country = 'NL'): Plate | undefined {
  const number = normalisePlate(text)
  if (number === '' || number.length > longestPlate) return undefined
  return { number, country }
}

/** A plate that is known to be one: from our own tables, or checked at the border. */
export function plate(text: string, country = 'NL'): Plate {
  const parsed = parsePlate(text, country)
  invariant(parsed !== undefined, 'not a plate')
  return parsed
}

export function isSamePlate(a: Plate, b: Plate): boolean {
  return a.number === b.number && a.country === b.country
}

/** 1 to 14, by the form of a normalised Dutch number; undefined for any other form. */
export function sideCode(number: string): number | undefined {
  const shape = shapeOf(number)
  const index = sideCodeForms.findIndex((form) => form.replaceAll('-', '') === shape)
  return index === -1 ? undefined : index + 1
}

/** The plate as its owner would write it: GBB-01-B, or 1ABC234 (B) from abroad. */
export function displayPlate({ number, country }: Plate): string {
  return country === 'NL' ? withDashes(number) : `${number} (${country})`
}

/** A doubt to show beside the plate. Never a reason to refuse: CD and AA plates are real, too. */
export type PlateWarning = 'noSideCode'

export function plateWarning({ number, country }: Plate): PlateWarning | undefined {
  return country === 'NL' && sideCode(number) === undefined ? 'noSideCode' : undefined
}

/**
 * Of a number that is still being typed only the dashes that every form it can grow into agrees
 * on, so that none has to move again.
 */
function withDashes(number: string): string {
  const shape = shapeOf(number)
  const forms = sideCodeForms.filter((form) => form.replaceAll('-', '').startsWith(shape))
  const agreed = (index: number) =>
    forms.length > 0 && forms.every((form) => hasDashBefore(form, index))
  return Array.from(number, (character, index) =>
    agreed(index) ? `-${character}` : character,
  ).join('')
}

/** Whether a form has a dash right before the character of this index, dashes not counted. */
function hasDashBefore(form: string, index: number): boolean {
  const [first = '', second = ''] = form.split('-')
  return index === first.length || index === first.length + second.length
}

function shapeOf(number: string): string {
  return number.replaceAll(/[A-Z]/g, 'X').replaceAll(/[0-9]/g, '9')
}
