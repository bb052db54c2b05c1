/** Where one is signed in, and signing out there from here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call, type OutputOf } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { formatDay, formatTime, type Wording } from '@2park/web/moments'
import { read, readAgain } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

type SignIn = OutputOf<'GET /sign-ins'>['signIns'][number]

const signInsRead = read('GET /sign-ins', {})

export function SignInsSection() {
  const { data, error, refetch } = useQuery(signInsRead)
  const ending = useEnding()
  const isElsewhere = data?.signIns.some(({ isCurrent }) => !isCurrent)
  return (
    <Section title={m.sign_ins()}>
      <p>{m.sign_ins_lead()}</p>
      <ProblemNotice error={ending.error} />
      {data ? (
        <ul className={styles.list}>
          {data.signIns.map((signIn) => (
            <SignInRow key={signIn.id} signIn={signIn} onEnd={() => ending.mutate(signIn.id)} />
          ))}
        </ul>
      ) : (
        <NotYet {...{ error, refetch }} blockSize="4rem" />
      )}
      {isElsewhere === true && (
        <div className={styles.actions}>
          <Button busy={ending.isPending} onClick={() => ending.mutate(undefined)}>
            {m.sign_out_elsewhere()}
          </Button>
        </div>
      )}
    </Section>
  )
}

function useEnding() {
  const client = useQueryClient()
  return useMutation({
    /** One of them; undefined for all but this one. */
    mutationFn: (signInId: string | undefined) =>
      signInId === undefined
        ? call('DELETE /sign-ins', {})
        : call('DELETE /sign-ins/{signInId}', { params: { signInId } }),
    onSuccess: () => {
      announce(() => m.signed_out_there())
      return readAgain(client, 'GET /sign-ins')
    },
  })
}

type RowProps = { readonly signIn: SignIn; readonly onEnd: () => void }

function SignInRow({ signIn, onEnd }: RowProps) {
  const locale = useLocale()
  const wording = { locale, zone: Temporal.Now.timeZoneId() }
  const name = deviceText(signIn)
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.value}>{name}</p>
        <p className={styles.subtle}>
          {signIn.isCurrent
            ? m.sign_in_here()
            : m.sign_in_seen({ when: seenText(signIn, wording) })}
          {signIn.isRemembered && ` · ${m.sign_in_remembered()}`}
        </p>
      </div>
      {!signIn.isCurrent && (
        <Button look="quiet" aria-label={m.sign_out_there({ name })} onClick={onEnd}>
          {m.sign_out()}
        </Button>
      )}
    </li>
  )
}

function seenText({ seenAt }: SignIn, wording: Wording): string {
  return `${formatDay(seenAt, wording, 'short')} ${formatTime(seenAt, wording)}`
}

function deviceText({ browser, system }: SignIn): string {
  if (browser !== undefined && system !== undefined) return m.device_on({ browser, system })
  return browser ?? system ?? m.device_unknown()
}
