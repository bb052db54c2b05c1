import { buttonClass } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { hrefOf } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './LinkPage.module.css'

/** For whoever has an account and is not signed in: signing in leads back to here. */
export function SignInFirst({ email }: { readonly email: string }) {
  return (
    <div className={styles.step}>
      <p>{m.link_sign_in_lead({ email })}</p>
      <PlaceLink
        to={{ page: 'signIn', from: hrefOf({ page: 'link' }) }}
        className={buttonClass(true)}
        data-look="primary"
      >
        {m.sign_in()}
      </PlaceLink>
    </div>
  )
}
