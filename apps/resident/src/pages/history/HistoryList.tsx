/**
 * A list that grows by ten: by its button, and by scrolling to its end as one does on a phone (K5).
 * How far one is is said to who does not see it, too.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { CardSkeletons } from '#pages/sessions/SessionCards.tsx'
import { type Count, type CountsRead, countWords } from './history.ts'
import styles from './HistoryPage.module.css'

/** What this list asks of an infinite query. */
type Pages = {
  readonly error: Error | null
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
  readonly refetch: () => Promise<unknown>
}

type Props = {
  readonly pages: Pages
  /** How many rows there are so far; undefined while the first are fetched. */
  readonly shown: number | undefined
  readonly counts: CountsRead
  readonly count: Count | undefined
  readonly emptyText: string
  readonly emptyHint: string
  readonly children: ReactNode
}

export function HistoryList(props: Props) {
  const { pages, shown, counts } = props
  // What kept the list away will have kept its count away: that is said once, and tried again at once.
  const readAgain = (...failed: readonly Pick<Pages, 'error' | 'refetch'>[]) => {
    for (const { error, refetch } of failed) if (error) void refetch()
  }
  if (shown === undefined && !pages.error) return <CardSkeletons />
  // Below rows that are there stands what is wrong with more of them.
  const isBelow = shown !== undefined && shown > 0 && pages.error !== null
  const error = isBelow ? null : (pages.error ?? counts.error)
  return (
    <>
      <ProblemNotice error={error} onTryAgain={() => readAgain(pages, counts)} />
      {shown !== undefined && <Rows {...props} shown={shown} />}
    </>
  )
}

function Rows({ pages, shown, count, children, ...empty }: Props & { readonly shown: number }) {
  if (shown === 0) {
    return (
      <div className={page.empty}>
        <h2>{empty.emptyText}</h2>
        <p>{empty.emptyHint}</p>
      </div>
    )
  }
  return (
    <>
      <ul className={styles.list}>{children}</ul>
      <ProblemNotice error={pages.error} onTryAgain={() => void pages.fetchNextPage()} />
      <div className={styles.more}>
        <output>{count && m.shown_of({ shown, count: countWords(count) })}</output>
        {pages.hasNextPage && <ShowMore pages={pages} />}
      </div>
    </>
  )
}

function ShowMore({ pages }: { readonly pages: Pages }) {
  const { error, isFetchingNextPage, fetchNextPage } = pages
  const more = () => {
    if (!isFetchingNextPage) void fetchNextPage()
  }
  const place = useReached(error === null ? more : () => {})
  return (
    <div ref={place}>
      <Button busy={isFetchingNextPage} onClick={more}>
        {m.show_more()}
      </Button>
    </div>
  )
}

/**
 * Calls back when somebody scrolls the place into view. On a screen that is large enough to show it
 * from the start nothing happens by itself: there is the button.
 */
function useReached(onReached: () => void) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(onReached)
  useEffect(() => {
    latest.current = onReached
  })
  useEffect(() => {
    if (!place.current) return undefined
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true && scrollY > 0) latest.current()
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return place
}
