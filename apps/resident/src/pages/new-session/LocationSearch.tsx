/** Finding a location by its name, or by the code on the signs in the street (O2). */
import { useState } from 'react'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { tariffText } from './LocationChoice.tsx'
import { foundLocations, type Location } from './locations.ts'
import styles from './NewSession.module.css'

type Props = {
  readonly all: readonly Location[]
  readonly onChoose: (location: Location) => void
}

export function LocationSearch({ all, onChoose }: Props) {
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const results = foundLocations(all, search)
  return (
    <>
      <TextField
        label={m.search_location()}
        type="search"
        value={search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className={styles.list}>
        {results.map((location) => (
          <li key={location.id}>
            <button type="button" className={styles.found} onClick={() => onChoose(location)}>
              <span>
                {location.name} <span className={styles.count}>{location.code}</span>
              </span>
              <span>{tariffText(location, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
      <output className={styles.count}>{m.location_count({ count: results.length })}</output>
    </>
  )
}
