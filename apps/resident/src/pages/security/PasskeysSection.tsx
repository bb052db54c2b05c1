/** The section of the settings about passkeys: which there are, and what one can do with each. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId, useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { dateOf, formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { canUsePasskeys } from '#passkeys.ts'
import { useLocale } from '#preferences.ts'
import { NotYet } from '#problems/NotYet.tsx'
import { passkeysRead, type Passkey } from './factors.ts'
import styles from './SecondFactor.module.css'
import rows from '#rows.module.css'

const AddPasskeySheet = lazy(async () => ({
  default: (await import('./AddPasskeySheet.tsx')).AddPasskeySheet,
}))
const RenamePasskeySheet = lazy(async () => ({
  default: (await import('./PasskeySheets.tsx')).RenamePasskeySheet,
}))
const RemovePasskeySheet = lazy(async () => ({
  default: (await import('./PasskeySheets.tsx')).RemovePasskeySheet,
}))

type OpenSheet =
  | { readonly what: 'add' }
  | { readonly what: 'rename' | 'remove'; readonly passkey: Passkey }

export function PasskeysSection() {
  useLocale()
  const { data, error, refetch } = useQuery(passkeysRead)
  const [sheet, setSheet] = useState<OpenSheet>()
  const close = () => setSheet(undefined)
  return (
    <section className={styles.section}>
      <h2>{m.passkeys()}</h2>
      <p>{m.passkey_what()}</p>
      {data === undefined ? (
        <NotYet {...{ error, refetch }} blockSize="4.5rem" />
      ) : (
        <PasskeyList passkeys={data.passkeys} onOpen={setSheet} />
      )}
      {canUsePasskeys() ? (
        <Button onClick={() => setSheet({ what: 'add' })}>{m.add_passkey()}</Button>
      ) : (
        <p>{m.no_passkeys_here()}</p>
      )}
      <Suspense fallback={<SheetSkeleton onClose={close} />}>
        {sheet?.what === 'add' && <AddPasskeySheet onClose={close} />}
        {sheet?.what === 'rename' && <RenamePasskeySheet passkey={sheet.passkey} onClose={close} />}
        {sheet?.what === 'remove' && <RemovePasskeySheet passkey={sheet.passkey} onClose={close} />}
      </Suspense>
    </section>
  )
}

type ListProps = {
  readonly passkeys: readonly Passkey[]
  readonly onOpen: (sheet: OpenSheet) => void
}

function PasskeyList({ passkeys, onOpen }: ListProps) {
  if (passkeys.length === 0) return null
  return (
    <ul className={rows.list}>
      {passkeys.map((passkey) => (
        <PasskeyRow
          key={passkey.id}
          passkey={passkey}
          onRename={() => onOpen({ what: 'rename', passkey })}
          onRemove={() => onOpen({ what: 'remove', passkey })}
        />
      ))}
    </ul>
  )
}

type RowProps = {
  readonly passkey: Passkey
  readonly onRename: () => void
  readonly onRemove: () => void
}

function PasskeyRow({ passkey: { name, createdAt, lastUsedAt }, onRename, onRemove }: RowProps) {
  const nameId = useId()
  const locale = useLocale()
  const day = (instant: string) =>
    formatDate(dateOf(instant, Temporal.Now.timeZoneId()), { locale })
  return (
    <li className={rows.row}>
      <span className={rows.facts}>
        <b id={nameId}>{name}</b>
        <span>
          {lastUsedAt === null
            ? m.passkey_added_on({ date: day(createdAt) })
            : m.passkey_used_on({ date: day(lastUsedAt) })}
        </span>
      </span>
      <span className={styles.actions}>
        <Button aria-describedby={nameId} onClick={onRename}>
          {m.rename_passkey()}
        </Button>
        <Button look="danger" aria-describedby={nameId} onClick={onRemove}>
          {m.remove_passkey()}
        </Button>
      </span>
    </li>
  )
}
