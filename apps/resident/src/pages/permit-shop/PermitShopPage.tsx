/**
 * A counter for towns whose permit shop doesn't call us itself, and for the demo: a clerk issues
 * products and sees whether they are linked (A2, A5). The shop's token opens it, and is kept nowhere.
 */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { Notice } from '@2park/web/components/Notice'
import { DoorPage } from '#frame/DoorPage.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { ShopDesk } from './ShopDesk.tsx'
import { shopRead, ShopTokenProvider } from './shop.ts'

export function PermitShopPage() {
  useLocale()
  const [token, setToken] = useState('')
  const {
    data: shop,
    error,
    isFetching,
  } = useQuery({
    ...shopRead(token),
    enabled: token !== '',
    retry: false,
  })
  if (shop !== undefined) {
    return (
      <ShopTokenProvider value={token}>
        <ShopDesk shop={shop} onClose={() => setToken('')} />
      </ShopTokenProvider>
    )
  }
  return (
    <DoorPage title={m.shop_title()}>
      <NotOpened error={error} />
      <TokenForm busy={isFetching} onToken={setToken} />
    </DoorPage>
  )
}

/** What the API says of a token is meant for programs. */
function NotOpened({ error }: { readonly error: Error | null }) {
  const isToken = error instanceof ProblemAnswer && error.problem.code === 'tokenNotAccepted'
  if (!isToken) return <ProblemNotice error={error} />
  return (
    <Notice kind="negative" role="alert">
      <b>{m.shop_token_wrong()}</b>
      <span>{m.shop_token_wrong_what()}</span>
    </Notice>
  )
}

type FormProps = { readonly busy: boolean; readonly onToken: (token: string) => void }

function TokenForm({ busy, onToken }: FormProps) {
  const [isEmpty, setEmpty] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('token')
    const token = typeof typed === 'string' ? typed.trim() : ''
    setEmpty(token === '')
    if (token !== '') return onToken(token)
    const field = event.currentTarget.elements.namedItem('token')
    if (field instanceof HTMLElement) field.focus()
  }
  return (
    <form noValidate onSubmit={submit}>
      <TextField
        label={m.shop_token()}
        hint={m.shop_token_hint()}
        name="token"
        type="password"
        autoComplete="off"
        spellCheck={false}
        error={isEmpty ? m.shop_token_missing() : undefined}
      />
      <Button type="submit" look="primary" wide busy={busy}>
        {m.shop_open()}
      </Button>
    </form>
  )
}
