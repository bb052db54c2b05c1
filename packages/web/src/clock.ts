/**
 * What time it is on the server. The server's clock decides what "now" is, and a phone's clock may
 * be wrong by minutes, so everything that counts down here counts from the answers' `asOf`.
 */
import { useSyncExternalStore } from 'react'

let aheadMs = 0

/** Called with the `asOf` of every answer that has one, and with our own time when it came. */
export function hearServerClock(
  asOf: string,
  cameAtMs = Temporal.Now.instant().epochMilliseconds,
): void {
  aheadMs = Temporal.Instant.from(asOf).epochMilliseconds - cameAtMs
}

export function serverNow(): Temporal.Instant {
  return Temporal.Now.instant().add({ milliseconds: aheadMs })
}

const tickMs = 1000
const minuteMs = 60_000

/** The server's minute. Who uses it is drawn anew when the minute turns, and not in between. */
export function useServerMinute(): Temporal.Instant {
  const minute = useSyncExternalStore(onTick, () =>
    Math.floor(serverNow().epochMilliseconds / minuteMs),
  )
  return Temporal.Instant.fromEpochMilliseconds(minute * minuteMs)
}

function onTick(listener: () => void): () => void {
  const timer = setInterval(listener, tickMs)
  return () => clearInterval(timer)
}
