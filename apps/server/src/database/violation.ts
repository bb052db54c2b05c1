/** The constraint that a statement ran into; undefined where something else went wrong. */
export function violatedConstraint(error: unknown): string | undefined {
  // The driver's own class of errors: every violation of a constraint carries the constraint's name.
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined
}
