/** [Start met product] (C2): one of one's products, or the one used last; [Bewaar]. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Field } from '@2park/web/components/Field'
import { readAgain } from '@2park/web/read'
import { draftsOf, ownAccount } from '#drafts.ts'
import { textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { locationText, useProducts } from '#products.ts'
import { startProductRead } from '#start-product.ts'
import { useKeeping } from '#use-kept-form.ts'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

const lastUsed = ''
const drafts = draftsOf<string>('start product')

export function StartProductSection() {
  const products = useProducts()
  const { data: chosen, error, refetch } = useQuery(startProductRead)
  const [kept] = useState(() => drafts.of(ownAccount))
  const keep = useKeeping(drafts, ownAccount)
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (productId: string) =>
      call('PUT /start-product', { body: productId === lastUsed ? {} : { productId } }),
    onSuccess: () => {
      drafts.drop(ownAccount)
      announce(() => m.start_product_saved())
      return readAgain(client, 'GET /start-product')
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate(textsOf(event.currentTarget, 'product').product)
  }
  return (
    <Section title={m.start_product()}>
      {chosen === undefined ? (
        <NotYet {...{ error, refetch }} blockSize="9.5rem" />
      ) : (
        <form noValidate onSubmit={submit}>
          <ProblemNotice error={saving.error} />
          <Field label={m.start_product_label()}>
            {({ id }) => (
              <select
                id={id}
                name="product"
                className={styles.select}
                defaultValue={kept ?? chosen.productId ?? lastUsed}
                onChange={(event) => keep(event.target.value)}
              >
                <option value={lastUsed}>{m.start_product_last_used()}</option>
                {products.map((product) => (
                  <option key={product.id} value={product.id}>
                    {`${product.name}, ${product.organisation.name}, ${locationText(product)}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button type="submit" look="primary" busy={saving.isPending}>
            {m.keep()}
          </Button>
        </form>
      )}
    </Section>
  )
}
