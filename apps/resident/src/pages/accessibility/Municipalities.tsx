/**
 * Where each municipality says how accessible it is, and where one reports what does not work. The one
 * whose product was last selected on this device comes first, and then needs no looking for.
 */
import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import { read } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { lastMunicipality, useLocale } from '#preferences.ts'
import { NotYet } from '#problems/NotYet.tsx'
import styles from './AccessibilityPage.module.css'

type Municipality = OutputOf<'GET /organisations'>['organisations'][number]

export function Municipalities() {
  useLocale()
  const { data, error, refetch } = useQuery(read('GET /organisations', {}))
  if (!data) return <NotYet {...{ error, refetch }} blockSize="10rem" />
  const known = data.organisations.filter(({ id }) => id === lastMunicipality())
  const others = data.organisations.filter((each) => !known.includes(each))
  if (known.length === 0) return <List municipalities={others} />
  return (
    <>
      <List municipalities={known} />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{m.accessibility_others()}</summary>
          <List municipalities={others} />
        </details>
      )}
    </>
  )
}

function List({ municipalities }: { readonly municipalities: readonly Municipality[] }) {
  return (
    <ul className={styles.municipalities}>
      {municipalities.map((municipality) => (
        <li key={municipality.id}>
          <Contact {...municipality} />
        </li>
      ))}
    </ul>
  )
}

function Contact({ name, helpdesk, accessibility: { statement, email } }: Municipality) {
  return (
    <>
      <h3>{name}</h3>
      {statement === undefined ? (
        <p>{m.accessibility_no_statement()}</p>
      ) : (
        <p>
          <a href={statement}>{m.accessibility_statement({ organisation: name })}</a>
        </p>
      )}
      {email !== undefined && (
        <p>
          {m.email()}: <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      <p>
        {helpdesk.name}:{' '}
        <a href={`tel:${helpdesk.phone.replaceAll(/[^\d+]/g, '')}`}>{helpdesk.phone}</a>
      </p>
    </>
  )
}
