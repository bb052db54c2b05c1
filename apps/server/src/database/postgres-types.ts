/**
 * How values cross the border to PostgreSQL: a `timestamptz` is a `Temporal.Instant`, a `date` is a
 * `Temporal.PlainDate`, a `bigint` is a number. Ranges and `numeric` stay text: who asks for them
 * takes them apart in SQL, or makes an exact decimal of them.
 */
import pg from 'pg'

const { INT8, TIMESTAMPTZ, DATE } = pg.types.builtins

/** For our own connections only: other users of the driver, such as pg-boss, expect its defaults. */
export const postgresTypes = new pg.TypeOverrides()
// Amounts and counters; whoever makes an amount of one checks that it is a safe integer.
postgresTypes.setTypeParser(INT8, Number)
postgresTypes.setTypeParser(TIMESTAMPTZ, (text) => Temporal.Instant.from(text))
postgresTypes.setTypeParser(DATE, (text) => Temporal.PlainDate.from(text))

/** What makes a value of the text that PostgreSQL sends of a type. */
export function parserOf(oid: number): (text: string) => unknown {
  // The driver's declarations call what it takes an oid; it is the text.
  return postgresTypes.getTypeParser(oid) as unknown as (text: string) => unknown
}

// The driver asks a value for `toPostgres`, and makes JSON of what has none: a quoted string, which
// no timestamp is. This is its one way to be taught a type of the language.
for (const { prototype } of [Temporal.Instant, Temporal.PlainDate]) {
  Object.defineProperty(prototype, 'toPostgres', {
    configurable: true,
    value(this: Temporal.Instant | Temporal.PlainDate) {
      return this.toString()
    },
  })
}
