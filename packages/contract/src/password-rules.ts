/**
 * What a new password must be (NIST SP 800-63B-4): long, and not made of what everybody knows about
 * its owner. No rule says which characters. The app shows these rules as one types, and the server
 * holds them; what is on the list of leaked passwords only the server knows.
 */
export const shortestPassword = 15
/** Where a second step at signing in has to be passed as well. */
export const shortestWithSecondFactor = 12
/** So that nobody has us hash a book. */
export const longestPassword = 1024

/** Of a word so short it says nothing that it's in a password. */
const shortestWord = 4
/** What must be left of a password without the words that tell whose it is. */
const leastBesideWords = 8

/** In characters, as its owner would count them. */
export function isLongEnough(password: string, shortest: number): boolean {
  return lengthOf(password) >= shortest
}

/** Whether it is mostly its owner's e-mail address, or other words that lie at hand. */
export function tellsWho(password: string, words: readonly string[]): boolean {
  const plain = password.normalize('NFC').toLowerCase()
  const told = words
    .flatMap((word) =>
      word
        .normalize('NFC')
        .toLowerCase()
        .split(/[@\s]+/),
    )
    .filter((word) => lengthOf(word) >= shortestWord)
    .toSorted((a, b) => b.length - a.length)
  const left = told.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return left !== plain && lengthOf(left) < leastBesideWords
}

/** One code point is one character, in the form in which the same characters are the same. */
function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length
}
