/** Lists are read a page at a time, from a place on. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly hasMore: boolean }

/** So many, after so many others. */
export type Slice = { readonly offset: number; readonly limit: number }

/** What is shown at once (K5), and what is read at once where all is wanted. */
export const shown = 10
export const readAtOnce = 500

/** One more than the page holds tells whether there is a next one. */
export function pageOf<Row>(rows: readonly Row[], size: number): Page<Row> {
  return { rows: rows.slice(0, size), hasMore: rows.length > size }
}

/** Every row from the first place on, read a page at a time. */
export async function* everyRow<Row, Place>(
  read: (place: Place) => Promise<Page<Row>>,
  { first, placeAfter }: { readonly first: Place; readonly placeAfter: (row: Row) => Place },
): AsyncGenerator<Row> {
  let place = first
  for (;;) {
    const { rows, hasMore } = await read(place)
    yield* rows
    const last = rows.at(-1)
    if (!hasMore || last === undefined) return
    place = placeAfter(last)
  }
}
