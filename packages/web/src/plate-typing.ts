/**
 * What a plate field shows after a key press, and where its caret then stands.
 *
 * The dashes of a Dutch plate come and go while one types, so the caret is kept between the same
 * two letters or digits and not at the same index. A dash cannot be deleted: Backspace and Delete
 * pass over it to what is behind it.
 */
import { displayPlate, longestPlate, normalisePlate } from '@2park/domain/plate'

export type PlateText = { readonly text: string; readonly caret: number }

export type PlateEdit = {
  /** The number as it was before the key, normalised. */
  readonly before: string
  readonly text: string
  readonly caret: number
  /** `deleteContentBackward`, `insertText` …: what the browser says that happened. */
  readonly inputType: string
  readonly country: string
}

export function afterEdit(edit: PlateEdit): PlateText & { readonly number: string } {
  const typed = normalisePlate(edit.text)
  const position = normalisePlate(edit.text.slice(0, edit.caret)).length
  const [number, at] = typed === edit.before ? withoutNeighbour(edit, position) : [typed, position]
  const kept = number.slice(0, longestPlate)
  const text = plateText(kept, edit.country)
  return { number: kept, text, caret: indexAfter(text, Math.min(at, kept.length)) }
}

/** The number as the field shows it. Foreign plates have no dashes that we could know. */
export function plateText(number: string, country: string): string {
  return country === 'NL' ? displayPlate({ number, country }) : number
}

function withoutNeighbour({ before, inputType }: PlateEdit, position: number): [string, number] {
  const without = (index: number) => before.slice(0, index) + before.slice(index + 1)
  if (inputType === 'deleteContentBackward' && position > 0) {
    return [without(position - 1), position - 1]
  }
  if (inputType === 'deleteContentForward') return [without(position), position]
  return [before, position]
}

/** The index in the text right after its nth letter or digit. */
function indexAfter(text: string, count: number): number {
  let seen = 0
  for (let index = 0; index < text.length; index++) {
    if (seen === count) return index
    if (text[index] !== '-') seen++
  }
  return text.length
}
