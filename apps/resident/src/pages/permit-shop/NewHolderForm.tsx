/** For a product whose holder closed their account: to whom its link is sent from now on. */
import { type FormEvent, useState } from 'react'
import { announce } from '@2park/web/announce'
import { Button } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { focusField, textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import styles from './PermitShopPage.module.css'
import { useNewHolder, type Issued } from './shop.ts'

export function NewHolderForm({ product: { id: productId } }: { readonly product: Issued }) {
  const [isEmpty, setEmpty] = useState(false)
  const mailing = useNewHolder(productId, (email) => announce(() => m.shop_mailed({ email })))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = textsOf(event.currentTarget, 'email').email.trim()
    setEmpty(email === '')
    if (email === '') return focusField(event.currentTarget, 'email')
    if (!mailing.isPending) mailing.mutate(email)
  }
  return (
    <form noValidate className={styles.holder} onSubmit={submit}>
      <ProblemNotice error={mailing.error} />
      <TextField
        label={m.shop_new_holder()}
        hint={m.shop_new_holder_hint()}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={isEmpty ? m.shop_field_missing() : undefined}
      />
      <Button type="submit" busy={mailing.isPending}>
        {m.shop_mail()}
      </Button>
    </form>
  )
}
