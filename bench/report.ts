/**
 * How every measurement here ends: one line `NAME ratio R (goal G)`.
 *
 * A ratio against a peer or a limit of the same run says more than a time on a noisy machine, so
 * the two are measured in turns and the median of the turns is what counts.
 */
export type Measured = { readonly name: string; readonly ratio: number; readonly goal: number }

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function report({ name, ratio, goal }: Measured): void {
  say(`${name} ratio ${ratio.toFixed(2)} (goal ${goal})`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** A comparison that can't be made here is said, and never made up. */
export function cannotCompare(name: string, why: string): void {
  say(`${name} not compared: ${why}`)
}
