/** Where one parks with a prepaid product (O2): the location, what it costs there, and another. */
import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import type { Locale } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { costText } from '#cost-text.ts'
import { useLocale } from '#preferences.ts'
import type { Location } from './locations.ts'
import styles from './NewSession.module.css'

type Props = {
  readonly chosen: Location | undefined
  readonly error: string | undefined
  readonly onSearch: () => void
}

export function LocationChoice({ chosen, error, onSearch }: Props) {
  const id = useId()
  const locale = useLocale()
  return (
    <fieldset className={styles.location}>
      <legend>{m.location()}</legend>
      {chosen && (
        <p className={styles.chosen}>
          <b>{chosen.name}</b> {tariffText(chosen, locale)}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}error`} className={styles.error}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      <Button
        id={id}
        onClick={onSearch}
        aria-describedby={error === undefined ? undefined : `${id}error`}
      >
        {chosen ? m.other_location() : m.choose_location()}
      </Button>
    </fieldset>
  )
}

/** What an hour from now costs there. */
export function tariffText({ anHour }: Location, locale: Locale): string {
  return m.hour_from_now({ cost: costText(anHour, locale) })
}
