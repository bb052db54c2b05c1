/** Taking back a stop that was pressed by mistake: for ten seconds, beside the word that it was done. */
import type { QueryClient } from '@tanstack/react-query'
import { announce, type Undo } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { m } from '#paraglide/messages.js'
import { problemText } from '#problems/problem-text.ts'
import { readSessionsAgain } from '#sessions.ts'

const withinMs = 10_000

export function undoOfStop(client: QueryClient, parkingSessionId: string): Undo {
  const idempotencyKey = crypto.randomUUID()
  const undo = async () => {
    const name = 'POST /parking-sessions/{parkingSessionId}/_resume'
    await call(name, { params: { parkingSessionId } }, { idempotencyKey })
    await readSessionsAgain(client)
    announce(m.stop_undone())
  }
  const run = () =>
    void undo().catch((error: unknown) => {
      const { title, detail } = problemText(error)
      announce(`${title} ${detail}`)
    })
  return { label: m.stop_undo(), run, withinMs }
}
