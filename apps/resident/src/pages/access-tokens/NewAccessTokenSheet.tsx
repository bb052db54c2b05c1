/** [Nieuw token]: a name, what it is good for and for how long; then it is shown, once. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useForm } from 'react-hook-form'
import { announce } from '@2park/web/announce'
import { call, type InputOf } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { readAgain } from '@2park/web/read'
import { amountAboveZero, type AmountForm, isEmptyAmount, noAmount } from '#amount/amount-fields.ts'
import { firstField } from '#amount/AmountFields.tsx'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useCallOnce } from '#call-once.ts'
import { ownAccount } from '#drafts.ts'
import { PasswordStep } from '#pages/security/PasswordStep.tsx'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { type Product, useProducts } from '#products.ts'
import { useKeptForm } from '#use-kept-form.ts'
import { isPasswordNeeded, limitDrafts, tokenDrafts, type TokenForm } from './access-tokens.ts'
import { AccessTokenFields } from './AccessTokenFields.tsx'
import { SecretStep } from './SecretStep.tsx'

type Body = InputOf<'POST /account/access-tokens'>['body']
type Props = { readonly onClose: () => void }

export function NewAccessTokenSheet({ onClose }: Props) {
  const making = useMaking()
  if (making.data) {
    const { accessToken, secret } = making.data
    return <SecretStep scope={accessToken.scope} secret={secret} onClose={onClose} />
  }
  return <FormStep making={making} onClose={onClose} />
}

type FormProps = Props & { readonly making: ReturnType<typeof useMaking> }

function FormStep({ making, onClose }: FormProps) {
  const formId = useId()
  const products = useProducts()
  const form = useForm<TokenForm>({
    shouldFocusError: false,
    defaultValues: tokenDrafts.of(ownAccount) ?? {
      name: '',
      scope: 'read',
      productId: '',
      lifetimeDays: '365',
    },
  })
  useKeptForm(form, tokenDrafts, ownAccount)
  const limit = useForm<AmountForm>({
    defaultValues: limitDrafts.of(ownAccount) ?? noAmount,
  })
  useKeptForm(limit, limitDrafts, ownAccount)
  const make = (event: FormEvent) => {
    const product = products.find(({ id }) => id === form.getValues('productId'))
    const dayLimit = limitTyped(form.getValues(), limit.getValues(), product)
    limit.clearErrors()
    if (dayLimit === undefined && product) {
      limit.setError(firstField(product.balance.unit), { type: 'required' })
    }
    const send = form.handleSubmit((typed) => {
      if (dayLimit !== undefined) making.go(bodyOf(typed, dayLimit))
    })
    void send(event)
  }
  const isAsked = isPasswordNeeded(making.error)
  return (
    <Sheet
      title={m.new_access_token()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        !isAsked && <ConfirmBar label={m.make_token()} busy={making.isPending} formId={formId} />
      }
    >
      {isAsked && <PasswordStep onConfirmed={making.again} />}
      {/* Kept while the password is asked, so that nothing has to be filled in twice. */}
      <form id={formId} noValidate hidden={isAsked} onSubmit={make}>
        <ErrorSummary title={m.errors_title()} attempt={form.formState.submitCount} />
        <ProblemNotice error={making.error} />
        <AccessTokenFields form={form} limit={limit} products={products} />
      </form>
    </Sheet>
  )
}

function useMaking() {
  const client = useQueryClient()
  const making = useCallOnce({
    call: (body: Body, idempotencyKey) =>
      call('POST /account/access-tokens', { body }, { idempotencyKey }),
    onSuccess: ({ accessToken: { name } }) => {
      announce(() => m.token_made({ name }))
      void readAgain(client, 'GET /account/access-tokens')
    },
  })
  return {
    go: (body: Body) => {
      if (!making.isPending) making.mutate(body)
    },
    again: () => {
      if (making.variables) making.mutate(making.variables)
    },
    isPending: making.isPending,
    data: making.data,
    error: making.error,
  }
}

/** Null where none was typed, or none can be; undefined where what was typed is no amount. */
function limitTyped(
  { scope }: TokenForm,
  typed: AmountForm,
  product: Product | undefined,
): number | null | undefined {
  if (scope !== 'park' || product === undefined || product.balance.unit === 'none') return null
  return isEmptyAmount(typed) ? null : amountAboveZero(typed, product.balance.unit)
}

function bodyOf(
  { name, scope, productId, lifetimeDays }: TokenForm,
  dayLimit: number | null,
): Body {
  return {
    name: name.trim(),
    scope,
    ...(productId !== '' && { productId }),
    ...(typeof dayLimit === 'number' && { dayLimit }),
    ...(scope !== 'calendar' && { lifetimeDays: lifetimes[lifetimeDays] }),
  }
}

const lifetimes = { '30': 30, '90': 90, '365': 365 } as const
