/**
 * A link from a mail, or from the permit shop: whatever its state and whoever opens it, the page says
 * what it is for and what to do next (A3, A4).
 */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { buttonClass } from '@2park/web/components/Button'
import { DoorPage } from '#frame/DoorPage.tsx'
import { m } from '#paraglide/messages.js'
import { useBrand, useLocale } from '#preferences.ts'
import { NotYet } from '#problems/NotYet.tsx'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { ConfirmLink } from './ConfirmLink.tsx'
import { takeLinkToken } from './link-token.ts'
import { LinkFacts } from './LinkFacts.tsx'
import { offerRead, type Offer } from './offer.ts'
import { RegisterForm } from './RegisterForm.tsx'
import { SignInFirst } from './SignInFirst.tsx'
import { SomeoneElse } from './SomeoneElse.tsx'

export function LinkPage() {
  useLocale()
  const [token, setToken] = useState(takeLinkToken)
  useEffect(() => {
    // Another link that is opened in this very tab.
    const follow = () => setToken(takeLinkToken())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  if (token === undefined) return <WithoutLink />
  return <OpenedLink key={token} token={token} />
}

function WithoutLink() {
  return (
    <DoorPage title={m.link_missing_title()}>
      <p>{m.link_missing_detail()}</p>
      <ToStart />
    </DoorPage>
  )
}

function OpenedLink({ token }: { readonly token: string }) {
  const { data: offer, error, refetch } = useQuery(offerRead(token))
  useBrand(offer?.organisation)

  if (offer !== undefined) {
    return (
      <DoorPage title={titleOf(offer)}>
        <LinkFacts offer={offer} />
        <NextStep offer={offer} token={token} onChange={() => void refetch()} />
      </DoorPage>
    )
  }
  if (error instanceof ProblemAnswer && error.problem.status < 429) {
    const { title, detail } = error.problem
    return (
      <DoorPage title={title}>
        <p role="alert">{detail}</p>
        <ToStart />
      </DoorPage>
    )
  }
  return (
    <DoorPage title={m.link_title()}>
      <NotYet {...{ error, refetch }} blockSize="8rem" />
    </DoorPage>
  )
}

function titleOf({ kind, product }: Offer): string {
  const named = { product: product.name }
  return kind === 'product' ? m.link_product_title(named) : m.link_delegation_title(named)
}

type StepProps = {
  readonly offer: Offer
  readonly token: string
  /** Who is signed in has changed. */
  readonly onChange: () => void
}

function NextStep({ offer, token, onChange }: StepProps) {
  if (offer.signedInAs === offer.email) return <ConfirmLink token={token} />
  if (offer.signedInAs !== undefined) return <SomeoneElse offer={offer} onSignedOut={onChange} />
  if (offer.hasAccount) return <SignInFirst email={offer.email} />
  return <RegisterForm token={token} email={offer.email} onAccountExists={onChange} />
}

/** Who is signed in gets to their parking sessions by it, and who is not to the sign-in page. */
function ToStart() {
  return (
    <PlaceLink to={{ page: 'start' }} className={buttonClass(true)} data-look="primary">
      {m.link_to_start()}
    </PlaceLink>
  )
}
