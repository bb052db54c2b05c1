/** A clock that a test may set, and that runs on from there. */
export type MovingClock = {
  readonly now: () => Temporal.Instant
  readonly set: (at: Temporal.Instant) => void
}

export function startMovingClock(at: Temporal.Instant): MovingClock {
  let zero = at
  let setAtMs = performance.now()
  return {
    now: () => zero.add({ milliseconds: Math.floor(performance.now() - setAtMs) }),
    set: (moment) => {
      zero = moment
      setAtMs = performance.now()
    },
  }
}
