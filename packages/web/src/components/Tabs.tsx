/** Tabs with their counts. Arrow keys, Home and End move and choose at once; Tab goes on to the panel. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import styles from './Tabs.module.css'

export type Tab<Id extends string> = {
  readonly id: Id
  readonly label: string
  /** A number, or words where it is not known exactly. */
  readonly count?: number | string | undefined
}

type Props<Id extends string> = {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  readonly children: ReactNode
}

export function Tabs<Id extends string>({ tabs, selected, onSelect, ...props }: Props<Id>) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent) => {
    const index = nextIndex(event.key, {
      index: tabs.findIndex((tab) => tab.id === selected),
      count: tabs.length,
    })
    const next = index === undefined ? undefined : tabs[index]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelectorAll('button')[index ?? 0]?.focus()
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={props.label} className={styles.list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}${tab.id}`}
            className={styles.tab}
            aria-selected={tab.id === selected}
            aria-controls={`${base}panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}panel`}
        aria-labelledby={`${base}${selected}`}
        className={styles.panel}
      >
        {props.children}
      </div>
    </>
  )
}

function nextIndex(key: string, { index, count }: { index: number; count: number }) {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
