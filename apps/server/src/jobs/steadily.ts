/**
 * Does a small thing again and again: at once while there is more of it, otherwise after a pause. For
 * what can't wait for the minutes of a timetable.
 */
import { setTimeout as pause } from 'node:timers/promises'

export type Steady = {
  /** Resolves when what was under way is done. */
  readonly stop: () => Promise<void>
}

type Given = {
  readonly everyMs: number
  /** Answers whether there may be more to do. */
  readonly work: () => Promise<boolean>
  /** Of the first failure of a row of them: a database that is away is away for a while. */
  readonly report: (error: Error) => void
}

export function steadily({ everyMs, work, report }: Given): Steady {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    let isWell = true
    while (!signal.aborted) {
      let hasMore = false
      try {
        hasMore = await work()
        isWell = true
      } catch (error) {
        if (isWell) report(error as Error)
        isWell = false
      }
      // Being stopped is no failure of the pause.
      if (!hasMore) await pause(everyMs, undefined, { signal }).catch(() => {})
    }
  }
  const ended = run()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}
