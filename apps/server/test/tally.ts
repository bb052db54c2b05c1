type Refusable = { readonly status: number; readonly body: { readonly code?: string | undefined } }

/** How many answers there were of each status, and of each refusal. */
export function tally(answers: readonly Refusable[]) {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const kind = status < 400 ? String(status) : (body.code ?? 'no code')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
