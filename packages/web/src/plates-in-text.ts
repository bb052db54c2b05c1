/** A sentence in parts, by turns words and a plate with dashes, at which no line may end. */
export function splitAtPlates(text: string): string[] {
  // What is caught by a pattern is kept: it stands at every second place.
  return text.split(/(\b[A-Z\d]+(?:-[A-Z\d]+)+\b)/)
}
