/**
 * Where a page of history begins, as text that a client hands back unread: the place of the last row
 * of the page before. Rows that come later have places of their own, so none is shown twice.
 */
import { Refused } from '#refused.ts'

export type Place = { readonly at: Temporal.Instant; readonly id: string }

export function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at.toString()} ${id}`).toString('base64url')
}

export function placeOf(cursor: string): Place {
  const [moment = '', id = ''] = textOf(cursor).split(' ')
  const at = instantOf(moment)
  if (!at || !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw noCursor()
  return { at, id }
}

/** The same for rows that have a number. */
export function cursorOfNumber(number: number): string {
  return Buffer.from(String(number)).toString('base64url')
}

export function numberOf(cursor: string): number {
  const text = textOf(cursor)
  if (!/^\d{1,15}$/.test(text)) throw noCursor()
  return Number(text)
}

function textOf(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString()
}

/** Text that no answer of ours ever held is a malformed request. */
function noCursor(): Refused {
  return new Refused('invalid', {
    errors: [{ in: 'query', pointer: '/after', code: 'format' }],
  })
}

/** Before every row that is there at this moment: where the first page begins. */
export function placeAt(at: Temporal.Instant): Place {
  return { at, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}
