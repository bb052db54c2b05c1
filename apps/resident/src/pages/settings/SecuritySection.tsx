/** Whether there is more than a password, and the way to the page where one sees to it. */
import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { secondFactorRead } from '#pages/security/factors.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { Section } from './Section.tsx'

export function SecuritySection() {
  const { data } = useQuery(secondFactorRead)
  return (
    <Section title={m.security()}>
      {data && <p>{data.isOn ? m.second_step_on() : m.second_step_off()}</p>}
      <p>
        <PlaceLink to={{ page: 'security' }} className={buttonClass()}>
          {m.security_open()}
        </PlaceLink>
      </p>
    </Section>
  )
}
