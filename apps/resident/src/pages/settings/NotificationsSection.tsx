/** What one is told of, and by which way. What concerns the account itself always comes, and that is said. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call, type InputOf, type OutputOf } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Checkbox } from '@2park/web/components/Checkbox'
import { read, readAgain } from '@2park/web/read'
import { draftsOf, ownAccount } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useKeeping } from '#use-kept-form.ts'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

type Chosen = OutputOf<'GET /account/notifications'>
type Choice = InputOf<'PUT /account/notifications'>['body']
type Kind = keyof Chosen['kinds']

const drafts = draftsOf<Choice>('notifications')

const kinds: readonly { readonly kind: Kind; readonly text: () => string }[] = [
  { kind: 'endsSoon', text: m.notify_ends_soon },
  { kind: 'ended', text: m.notify_ended },
  { kind: 'stillRunning', text: m.notify_still_running },
  { kind: 'begun', text: m.notify_begun },
  { kind: 'balanceAlarm', text: m.notify_balance_alarm },
  { kind: 'delegateStarted', text: m.notify_delegate_started },
]

export function NotificationsSection({ isSought }: { readonly isSought: boolean }) {
  const { data, error, refetch } = useQuery(read('GET /account/notifications', {}))
  const [kept] = useState(() => drafts.of(ownAccount))
  const chosen = data && (kept ?? data)
  const keep = useKeeping(drafts, ownAccount)
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (body: Choice) => call('PUT /account/notifications', { body }),
    onSuccess: () => {
      drafts.drop(ownAccount)
      announce(() => m.notifications_saved())
      return readAgain(client, 'GET /account/notifications')
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate(choiceOf(new FormData(event.currentTarget)))
  }
  return (
    <Section title={m.notifications()} isSought={isSought}>
      <p>{m.notifications_intro()}</p>
      {chosen === undefined ? (
        <NotYet {...{ error, refetch }} blockSize="40rem" />
      ) : (
        <form
          noValidate
          onSubmit={submit}
          onChange={(event) => keep(choiceOf(new FormData(event.currentTarget)))}
          className={styles.wishes}
        >
          <ProblemNotice error={saving.error} />
          <Wishes chosen={chosen} />
          <Checkbox
            name="platesInPushes"
            label={m.notify_plates()}
            hint={m.notify_plates_hint()}
            defaultChecked={chosen.platesInPushes}
          />
          <p className={styles.subtle}>{m.notifications_always()}</p>
          <Button type="submit" look="primary" busy={saving.isPending}>
            {m.keep()}
          </Button>
        </form>
      )}
    </Section>
  )
}

function Wishes({ chosen }: { readonly chosen: Choice }) {
  return (
    <>
      {kinds.map(({ kind, text }) => (
        <fieldset key={kind} className={styles.wish}>
          <legend>{text()}</legend>
          <Checkbox
            name={`${kind} mail`}
            label={m.notify_by_mail()}
            defaultChecked={chosen.kinds[kind].mail}
          />
          <Checkbox
            name={`${kind} push`}
            label={m.notify_by_push()}
            defaultChecked={chosen.kinds[kind].push}
          />
        </fieldset>
      ))}
    </>
  )
}

function choiceOf(form: FormData): Choice {
  const waysOf = (kind: Kind) => ({
    mail: form.has(`${kind} mail`),
    push: form.has(`${kind} push`),
  })
  return {
    kinds: {
      endsSoon: waysOf('endsSoon'),
      ended: waysOf('ended'),
      stillRunning: waysOf('stillRunning'),
      begun: waysOf('begun'),
      balanceAlarm: waysOf('balanceAlarm'),
      delegateStarted: waysOf('delegateStarted'),
    },
    platesInPushes: form.has('platesInPushes'),
  }
}
