/**
 * A table as CSV (RFC 4180) that opens in a spreadsheet as it is: with semicolons, as those of the
 * Netherlands expect, and a byte order mark, by which they know that it is UTF-8.
 */
const byteOrderMark = '\uFEFF'

export function csvHead(cells: readonly string[]): string {
  return byteOrderMark + csvLine(cells)
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellText).join(';')}\r\n`
}

function cellText(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A spreadsheet would work out what begins like this, and somebody else may have chosen the text. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:[.,]\d+)?$/.test(text)
}
