/** How long one may think about taking a stop back: longer for who asked for time (WCAG 2.2.1). */
export const thinkingSeconds = { usual: 10, longer: 120 } as const

export type ThinkingTime = keyof typeof thinkingSeconds

/** What a slow network takes of them. */
const onTheWaySeconds = 5

export function undoableSeconds(time: ThinkingTime): number {
  return thinkingSeconds[time] + onTheWaySeconds
}
