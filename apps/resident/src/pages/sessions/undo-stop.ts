/** Taking back a stop that was pressed by mistake: for seconds, beside the word that it was done. */
import type { QueryClient } from '@tanstack/react-query'
import { thinkingSeconds } from '@2park/domain/undo-time'
import { announce, announceRefusal, type Undo } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { accountRead } from '#account.ts'
import { m } from '#paraglide/messages.js'
import { problemText } from '#problems/problem-text.ts'
import { keepSession, readSessionsAgain } from '#sessions.ts'

export function undoOfStop(client: QueryClient, parkingSessionId: string): Undo {
  const idempotencyKey = crypto.randomUUID()
  const undo = async () => {
    const name = 'POST /parking-sessions/{parkingSessionId}/_resume'
    const session = await call(name, { params: { parkingSessionId } }, { idempotencyKey })
    announce(() => m.stop_undone())
    keepSession(client, session)
    void readSessionsAgain(client)
  }
  const run = () =>
    void undo().catch((error: unknown) =>
      announceRefusal(() => {
        const { title, detail } = problemText(error)
        return `${title} ${detail}`
      }),
    )
  const isLonger = client.getQueryData(accountRead.queryKey)?.longerMessages === true
  const seconds = thinkingSeconds[isLonger ? 'longer' : 'usual']
  return { label: m.stop_undo, run, withinMs: seconds * 1000 }
}
