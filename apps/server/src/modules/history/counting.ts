/** How many there are, without counting them all: more than a thousand are said to be more. */
export type Count = { readonly value: number; readonly more: boolean }

export const mostCounted = 1000

/** The most positions that anybody can ask for. */
export const mostPaged = 100_000

/** Of what was counted up to one more than is told. */
export function countOf(counted: number): Count {
  return { value: Math.min(counted, mostCounted), more: counted > mostCounted }
}
