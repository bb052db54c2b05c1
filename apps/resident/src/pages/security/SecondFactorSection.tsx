/** The section of the settings about what one signs in with beside the password. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { useLocale } from '#preferences.ts'
import { NotYet } from '#problems/NotYet.tsx'
import { secondFactorRead, type SecondFactor } from './factors.ts'
import styles from './SecondFactor.module.css'

const AppSheet = lazy(async () => ({ default: (await import('./AppSheet.tsx')).AppSheet }))
const RemoveAppSheet = lazy(async () => ({
  default: (await import('./RemoveAppSheet.tsx')).RemoveAppSheet,
}))
const RenewCodesSheet = lazy(async () => ({
  default: (await import('./RenewCodesSheet.tsx')).RenewCodesSheet,
}))

/** So few that it is time for new ones. */
const fewCodes = 3

type SheetName = 'setUp' | 'remove' | 'renew'

export function SecondFactorSection() {
  useLocale()
  const { data, error, refetch } = useQuery(secondFactorRead)
  const [sheet, setSheet] = useState<SheetName>()
  const close = () => setSheet(undefined)
  return (
    <section className={styles.section}>
      <h2>{m.second_step()}</h2>
      {data === undefined ? (
        <NotYet {...{ error, refetch }} blockSize="3rem" />
      ) : (
        <Factors secondFactor={data} onOpen={setSheet} />
      )}
      <Suspense fallback={<SheetSkeleton onClose={close} />}>
        {sheet === 'setUp' && <AppSheet onClose={close} />}
        {sheet === 'remove' && <RemoveAppSheet onClose={close} />}
        {sheet === 'renew' && <RenewCodesSheet onClose={close} />}
      </Suspense>
    </section>
  )
}

type FactorsProps = {
  readonly secondFactor: SecondFactor
  readonly onOpen: (sheet: SheetName) => void
}

function Factors({ secondFactor, onOpen }: FactorsProps) {
  const { isOn, authenticatorAppSince, recoveryCodesLeft } = secondFactor
  return (
    <>
      <p>{isOn ? m.second_step_on() : m.second_step_off()}</p>
      {isOn && recoveryCodesLeft < fewCodes && (
        <Notice kind="warning">{m.few_recovery_codes()}</Notice>
      )}
      {isOn && <p>{m.recovery_codes_left({ count: recoveryCodesLeft })}</p>}
      <div className={styles.actions}>
        {authenticatorAppSince === null ? (
          <Button onClick={() => onOpen('setUp')}>{m.set_up_app()}</Button>
        ) : (
          <Button look="danger" onClick={() => onOpen('remove')}>
            {m.remove_app()}
          </Button>
        )}
        {isOn && <Button onClick={() => onOpen('renew')}>{m.new_recovery_codes()}</Button>}
      </div>
    </>
  )
}
