/** What there is beside the password, and the way to the page where one sees to it. */
import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { passkeysRead, secondFactorRead } from '#pages/security/factors.ts'
import { NotYet } from '#problems/NotYet.tsx'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { Section } from './Section.tsx'

export function SecuritySection() {
  const { data, error, refetch } = useQuery(secondFactorRead)
  const { data: passkeys } = useQuery(passkeysRead)
  return (
    <Section title={m.security()}>
      {data === undefined ? (
        <NotYet {...{ error, refetch }} blockSize="4.5rem" />
      ) : (
        <p>{data.isOn ? m.second_step_on() : m.second_step_off()}</p>
      )}
      {data?.isOn && (
        <ul>
          {data.authenticatorAppSince !== null && <li>{m.app_is_on()}</li>}
          {passkeys && <li>{m.passkey_count({ count: passkeys.passkeys.length })}</li>}
          <li>{m.recovery_codes_left({ count: data.recoveryCodesLeft })}</li>
        </ul>
      )}
      <p>
        <PlaceLink to={{ page: 'security' }} className={buttonClass()}>
          {m.security_open()}
        </PlaceLink>
      </p>
    </Section>
  )
}
