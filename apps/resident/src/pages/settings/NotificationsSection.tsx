/** Which mails one wants. What concerns the account itself always comes, and that is said. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Checkbox } from '@2park/web/components/Checkbox'
import { read, readAgain } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { Section } from './Section.tsx'

export function NotificationsSection() {
  const { data: chosen } = useQuery(read('GET /account/notifications', {}))
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (balanceAlarmMails: boolean) =>
      call('PUT /account/notifications', { body: { balanceAlarmMails } }),
    onSuccess: async () => {
      await readAgain(client, 'GET /account/notifications')
      announce(m.notifications_saved())
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const isChosen = new FormData(event.currentTarget).has('balanceAlarmMails')
    if (!saving.isPending) saving.mutate(isChosen)
  }
  return (
    <Section title={m.notifications()}>
      {chosen && (
        <form noValidate onSubmit={submit}>
          <ProblemNotice error={saving.error} />
          <Checkbox
            name="balanceAlarmMails"
            label={m.notifications_balance_alarm()}
            hint={m.notifications_always()}
            defaultChecked={chosen.balanceAlarmMails}
          />
          <Button type="submit" look="primary" busy={saving.isPending}>
            {m.keep()}
          </Button>
        </form>
      )}
    </Section>
  )
}
