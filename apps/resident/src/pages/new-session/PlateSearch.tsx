/** Finding a plate that was parked before (F6): favourites by name, and recent plates that are none. */
import { useState } from 'react'
import { TextField } from '@2park/web/components/Field'
import { Plate } from '@2park/web/components/Plate'
import type { PlateValue } from '@2park/web/components/PlateField'
import { Tabs } from '@2park/web/components/Tabs'
import { m } from '#paraglide/messages.js'
import { found, type KnownPlate, type KnownPlates } from './known-plates.ts'
import styles from './NewSession.module.css'

type Props = {
  readonly known: KnownPlates
  readonly onChoose: (plate: PlateValue) => void
}

export function PlateSearch({ known, onChoose }: Props) {
  const [tab, setTab] = useState<'favourites' | 'recent'>('favourites')
  return (
    <Tabs
      label={m.choose_plate()}
      tabs={[
        { id: 'favourites', label: m.favourites(), count: known.favourites.length },
        { id: 'recent', label: m.recently_parked(), count: known.recent.length },
      ]}
      selected={tab}
      onSelect={setTab}
    >
      <Searched
        key={tab}
        label={tab === 'favourites' ? m.search_name_or_plate() : m.search_plate()}
        plates={known[tab]}
        onChoose={onChoose}
      />
    </Tabs>
  )
}

type SearchedProps = {
  readonly label: string
  readonly plates: readonly KnownPlate[]
  readonly onChoose: (plate: PlateValue) => void
}

function Searched({ label, plates, onChoose }: SearchedProps) {
  const [search, setSearch] = useState('')
  const results = found(plates, search)
  return (
    <>
      <TextField
        label={label}
        type="search"
        value={search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className={styles.list}>
        {results.map(({ plate, name }) => (
          <li key={`${plate.number}${plate.country}`}>
            <button type="button" className={styles.found} onClick={() => onChoose(plate)}>
              <span>{name}</span>
              <Plate {...plate} />
            </button>
          </li>
        ))}
      </ul>
      <output className={styles.count}>
        {results.length === 0 ? m.nothing_found() : m.plates_found({ count: results.length })}
      </output>
    </>
  )
}
