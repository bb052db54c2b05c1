/** The menu (B4): what the selected product allows, and what is always there. */
import { useQueryClient } from '@tanstack/react-query'
import { Icon, type IconName } from '@2park/web/components/Icon'
import { Sheet } from '@2park/web/components/Sheet'
import { dropDrafts } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { go, usePlace } from '#routing/navigation.ts'
import type { Place } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { useSigningOut } from '#sign-out.ts'
import styles from './MenuSheet.module.css'

type Props = { readonly product: Product | undefined; readonly onClose: () => void }

export function MenuSheet({ product, onClose }: Props) {
  return (
    <Sheet title={m.menu()} closeLabel={m.close_menu()} onClose={onClose} place="start">
      <nav aria-label={m.menu()}>
        {product && <ProductEntries product={product} />}
        <h3 className={styles.group}>{m.menu_everything()}</h3>
        <ul>
          <Entry
            icon="layers"
            text={m.all_sessions()}
            to={{ page: 'allSessions', product: product?.id }}
          />
          <Entry
            icon="cards"
            text={m.all_products()}
            to={{ page: 'products', product: product?.id }}
          />
          <Entry
            icon="settings"
            text={m.settings()}
            to={{ page: 'settings', product: product?.id }}
          />
          <Entry icon="lock" text={m.security()} to={{ page: 'security', product: product?.id }} />
          <Entry icon="notice" text={m.about()} to={{ page: 'about', product: product?.id }} />
          <li>
            <SignOut />
          </li>
        </ul>
      </nav>
    </Sheet>
  )
}

/** Where one only chooses a plate, there are no sessions, and nothing that hangs on them (O1). */
function PlateSwitchEntries({ product: { id: productId, name } }: { readonly product: Product }) {
  return (
    <>
      <h3 className={styles.group}>{name}</h3>
      <ul>
        <Entry icon="car" text={m.plate_switch()} to={{ page: 'plateSwitch', productId }} />
      </ul>
    </>
  )
}

function ProductEntries({ product }: { readonly product: Product }) {
  const { id: productId, name, kind, delegation, rules } = product
  if (kind === 'plateSwitch') return <PlateSwitchEntries product={product} />
  return (
    <>
      <h3 className={styles.group}>{name}</h3>
      <ul>
        <Entry icon="car" text={m.sessions()} to={{ page: 'sessions', productId }} />
        {rules.topUpOffered && (
          <Entry icon="wallet" text={m.top_up()} to={{ page: 'topUp', productId }} />
        )}
        {/* The holder's own (I4). */}
        {delegation === undefined && (
          <Entry icon="star" text={m.favourites()} to={{ page: 'favourites', productId }} />
        )}
        {rules.delegations !== 'notAllowed' && (
          <Entry icon="people" text={m.delegations()} to={{ page: 'delegations', productId }} />
        )}
        <Entry icon="history" text={m.history()} to={{ page: 'history', productId }} />
      </ul>
    </>
  )
}

type EntryProps = { readonly icon: IconName; readonly text: string; readonly to: Place }

function Entry({ icon, text, to }: EntryProps) {
  const { page } = usePlace()
  return (
    <li>
      {/* In the place of the menu, so that going back does not open it again. */}
      <PlaceLink
        to={to}
        replace
        className={styles.entry}
        aria-current={page === to.page ? 'page' : undefined}
      >
        <Icon name={icon} />
        {text}
      </PlaceLink>
    </li>
  )
}

function SignOut() {
  const client = useQueryClient()
  const signingOut = useSigningOut(() => {
    dropDrafts()
    go({ page: 'signIn' }, { replace: true })
    // Nothing of one person may be left for the next one at this device.
    client.clear()
  })
  return (
    <>
      <button type="button" className={styles.entry} onClick={() => signingOut.mutate()}>
        <Icon name="leave" />
        {m.sign_out()}
      </button>
      <ProblemNotice error={signingOut.error} />
    </>
  )
}
