/** The way to what programs of one's own may do. */
import { buttonClass } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { Section } from './Section.tsx'

export function AccessTokensSection() {
  return (
    <Section title={m.access_tokens()}>
      <p>{m.access_tokens_lead()}</p>
      <p>
        <PlaceLink to={{ page: 'accessTokens' }} className={buttonClass()}>
          {m.access_tokens_open()}
        </PlaceLink>
      </p>
    </Section>
  )
}
