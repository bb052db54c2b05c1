/**
 * Plates that a hurried reader takes for one another: O and 0, I and 1, B and 8, S and 5, Z and 2.
 *
 * A visitor's plate that was typed one such character wrong has no parking right, and the visitor a
 * fine; so before a session starts on a new plate, the known ones that look like it are offered.
 */
import { isSamePlate, type Plate } from './plate.ts'

const digitThatLooksLike: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  B: '8',
  S: '5',
  Z: '2',
}

/** The known plates that differ from this one only in look-alike characters. */
export function lookAlikes(plate: Plate, known: readonly Plate[]): Plate[] {
  const look = lookOf(plate)
  return known.filter((each) => lookOf(each) === look && !isSamePlate(each, plate))
}

function lookOf({ number, country }: Plate): string {
  const look = number.replaceAll(/[OIBSZ]/g, (letter) => digitThatLooksLike[letter] ?? letter)
  return `${country} ${look}`
}
