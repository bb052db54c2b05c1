/** Codes of the system and of PostgreSQL that say: not here, not now, or no place left. */
const awayCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
  // Shutting down, crashed, starting up, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** The database could not be reached, which may pass by itself; nothing was wrong with the asking. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // The pool and the driver have sentences instead of codes for these two.
  return awayCodes.has(code) || /timeout exceeded|terminated unexpectedly/.test(error.message)
}
