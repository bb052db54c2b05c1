/**
 * Watches when one will be signed out (A9), for doing nothing or because one signed in long ago, and
 * warns two minutes before. The server decides: it is asked again just before the warning and just
 * before the end, and whatever one did meanwhile, here or in another tab, has moved the end.
 */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { read } from '@2park/web/read'
import { ErrorBoundary } from '#problems/ErrorBoundary.tsx'

const loadSheet = () => import('./IdleSheet.tsx')
const IdleSheet = lazy(async () => ({ default: (await loadSheet()).IdleSheet }))
const loadLastSheet = () => import('./LastMinutesSheet.tsx')
const LastMinutesSheet = lazy(async () => ({ default: (await loadLastSheet()).LastMinutesSheet }))

const currentRead = read('GET /sign-ins/current', {})
const warnMs = 2 * 60_000
/** Timers of browsers hold no more than 24 days. */
const longestTimerMs = 12 * 60 * 60_000
/** What a browser's timer may be early. */
const lateMs = 500

export function IdleWatch() {
  const { data, refetch } = useQuery({
    ...currentRead,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
  })
  const leftMs = data && !data.isRemembered ? leftOf(data) : undefined
  const isWarning = leftMs !== undefined && leftMs <= warnMs
  useEffect(() => {
    // Every answer sets the timer anew, also one that leaves as much time.
    if (!data || data.isRemembered) return undefined
    const left = leftOf(data)
    const next = left <= warnMs ? left + lateMs : left - warnMs
    const timer = setTimeout(() => void refetch(), Math.min(next, longestTimerMs))
    return () => clearTimeout(timer)
  }, [data, refetch])
  // They are there when they have to warn, also when the network has gone by then.
  useEffect(() => {
    Promise.all([loadSheet(), loadLastSheet()]).catch(() => {})
  }, [])
  if (!data || !isWarning) return null
  return (
    <ErrorBoundary isSpare>
      <Suspense>
        {data.isProlongable ? (
          <IdleSheet key={data.asOf} leftMs={leftMs} onStay={() => void refetch()} />
        ) : (
          <LastMinutesSheet key={data.endsAt} endsAt={data.endsAt} />
        )}
      </Suspense>
    </ErrorBoundary>
  )
}

function leftOf({ asOf, endsAt }: { readonly asOf: string; readonly endsAt: string }): number {
  return Temporal.Instant.from(asOf).until(endsAt).total('milliseconds')
}
