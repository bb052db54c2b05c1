/** What an app says that lives on a device: that its network is away or slow, and that there is a newer one of it. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { useKept } from '@2park/web/connection'
import { formatPast } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import styles from './Installed.module.css'
import { startWorker, useNewVersion } from './worker.ts'

/** The worker of this page; it outlives every sign-in here. */
let starting: Promise<void> | undefined

function startOnce(client: QueryClient): void {
  starting ??= start(client)
  // A browser that keeps no workers, as in a private window, has the app all the same.
  starting.catch(() => {})
}

async function start(client: QueryClient): Promise<void> {
  const isFirst = await startWorker()
  // What was read before it was there, it has not kept; nor what a page read that one has left.
  if (isFirst) await client.invalidateQueries({ refetchType: 'all' })
}

export function Installed() {
  const client = useQueryClient()
  useEffect(() => startOnce(client), [client])
  return (
    <>
      <KeptNotice />
      <NewVersion />
    </>
  )
}

function KeptNotice() {
  const locale = useLocale()
  const kept = useKept()
  if (kept === undefined) return null
  // By the device's own clock, as the server's is out of reach.
  const zone = Temporal.Now.timeZoneId()
  const moment = formatPast(kept.at, { locale, zone }, Temporal.Now.instant())
  return (
    <output className={styles.notice}>
      <Notice kind="warning">
        <b>{kept.isSlow ? m.slow_title() : m.unreachable_title()}</b>
        <span>{m.kept_since({ moment })}</span>
        <span>{kept.isSlow ? m.slow_starts() : m.kept_nothing_starts()}</span>
      </Notice>
    </output>
  )
}

function NewVersion() {
  const goOn = useNewVersion()
  if (!goOn) return null
  return (
    <output className={styles.notice}>
      <Notice>
        <b>{m.new_version()}</b>
        <div>
          <Button look="quiet" onClick={goOn}>
            {m.new_version_use()}
          </Button>
        </div>
      </Notice>
    </output>
  )
}
