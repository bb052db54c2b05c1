/** This device: the app on its home screen (B7), and pushes that it shows. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { Button } from '@2park/web/components/Button'
import { read, readAgain } from '@2park/web/read'
import { useInstalling } from '#installed/install.ts'
import { arePushesPossible, askForPushes, askNoMore } from '#installed/pushes.ts'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

export function DeviceSection({ isSought }: { readonly isSought: boolean }) {
  const installing = useInstalling()
  const pushes = arePushesPossible(installing.way === 'byHand')
  return (
    <Section title={m.device()} isSought={isSought}>
      {installing.way === 'offered' && (
        <div>
          <Button onClick={installing.install}>{m.install()}</Button>
        </div>
      )}
      {installing.way === 'byHand' && <p>{m.install_by_hand()}</p>}
      {installing.way === 'installed' && <p>{m.installed()}</p>}
      {installing.way === 'none' && <p className={styles.subtle}>{m.install_none()}</p>}
      {pushes === 'yes' && <Pushes />}
      {pushes === 'afterInstalling' && (
        <p className={styles.subtle}>{m.pushes_after_installing()}</p>
      )}
      {pushes === 'denied' && <p className={styles.subtle}>{m.pushes_denied()}</p>}
      {pushes === 'no' && <p className={styles.subtle}>{m.pushes_not_possible()}</p>}
    </Section>
  )
}

const askedTexts = {
  on: m.pushes_on_said,
  denied: m.pushes_denied,
  notPossible: m.pushes_not_possible,
}

function Pushes() {
  const { data, error, refetch } = useQuery(read('GET /push-subscriptions/current', {}))
  const signIn = useQuery(read('GET /sign-ins/current', {}))
  const client = useQueryClient()
  const turning = useMutation({
    mutationFn: async ({ isOn, key }: { readonly isOn: boolean; readonly key: string }) => {
      if (!isOn) return askNoMore().then(() => m.pushes_off_said)
      return askedTexts[await askForPushes(key)]
    },
    onSuccess: (said) => {
      announce(said)
      return readAgain(client, 'GET /push-subscriptions/current')
    },
  })
  if (!data) return <NotYet {...{ error, refetch }} blockSize="8.5rem" />
  const turn = () => turning.mutate({ isOn: !data.isOn, key: data.applicationServerKey })
  return (
    <>
      <p>{data.isOn ? m.pushes_are_on() : m.pushes_are_off()}</p>
      {signIn.data && (
        <p className={styles.subtle}>
          {signIn.data.isRemembered ? m.pushes_until() : m.pushes_until_idle()}
        </p>
      )}
      <ProblemNotice error={turning.error} />
      <div>
        <Button busy={turning.isPending} onClick={turn}>
          {data.isOn ? m.pushes_turn_off() : m.pushes_turn_on()}
        </Button>
      </div>
    </>
  )
}
