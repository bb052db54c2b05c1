/** The small shapes that more than one resource is made of. */
import { units } from '@2park/domain/amount'
import { longestPlate, normalisePlate } from '@2park/domain/plate'
import { _default as withDefault, z } from 'zod/mini'
import type { InvalidFieldCode } from './invalid-field.ts'

export const Id = z.uuid()

/** What stands in a link of a mail, behind the `#`. */
export const LinkToken = z.string().check(z.minLength(1), z.maxLength(200))

/** RFC 3339 with any offset; answers are in UTC. */
export const Instant = z.iso.datetime({ offset: true })

/** As accounts keep theirs: without spaces around it, in small letters. No mail takes a longer one (RFC 5321). */
export const EmailAddress = z
  .string()
  .check(z.trim(), z.normalize('NFC'), z.toLowerCase(), z.maxLength(254), z.email())

/** `YYYY-MM-DD` (ISO 8601). */
export const CalendarDate = z.iso.date()

/** A whole number of the unit's smallest piece: euro cents, seconds, or actions (P2). */
export const UnitAmount = z.object({ unit: z.enum(units), value: z.int() })

/**
 * As it is compared and kept: capitals and digits without dashes, and the country's distinguishing sign of
 * the UN road traffic conventions.
 */
export const Plate = z.object({
  number: z.string(),
  country: z.string(),
})

const PlateNumber = z.string().check(
  z.maxLength(60),
  z.refine(
    (text) => {
      const length = normalisePlate(text).length
      return length >= 1 && length <= longestPlate
    },
    { params: { code: 'plate' satisfies InvalidFieldCode } },
  ),
)

/** A plate as somebody types it: dashes, spaces and small letters are welcome. */
export const PlateInput = z.strictObject({
  number: PlateNumber,
  country: withDefault(z.string().check(z.regex(/^[A-Z]{1,3}$/)), 'NL'),
})

/** An ETag of ours, as it is sent back: the number of a version. */
export const VersionTag = z.pipe(
  z.string().check(z.regex(/^"\d{1,9}"$/)),
  z.transform((tag) => Number(tag.slice(1, -1))),
)

/**
 * What a client names a writing call by, so that a retry is no second call: quoted, as the header's
 * draft standard has it, or not.
 */
export const IdempotencyKey = z.string().check(z.regex(/^(?:"[!#-[\]-~]{1,64}"|[!#-[\]-~]{1,64})$/))
