/** [Nieuwe machtiging] (J3): for whom, with which plate, and with which part of the balance. */
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { call, type InputOf } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { amountTyped, isEmptyAmount, noAmount } from '#amount/amount-fields.ts'
import { m } from '#paraglide/messages.js'
import { draftsOf } from '#drafts.ts'
import { useKeptForm } from '#use-kept-form.ts'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { type DelegationForm, DelegationFields } from './DelegationFields.tsx'
import { useChange } from './delegations.ts'

type Props = { readonly product: Product; readonly onClose: () => void }
const drafts = draftsOf<DelegationForm>('delegation')

type Body = InputOf<'POST /products/{productId}/delegations'>['body']

export function NewDelegationSheet({ product, onClose }: Props) {
  const { id: productId, balance } = product
  const language = useLocale()
  const form = useForm<DelegationForm>({
    shouldFocusError: false,
    defaultValues: drafts.of(productId) ?? {
      email: '',
      language,
      plate: { number: '', country: 'NL' },
      part: noAmount,
    },
  })
  useKeptForm(form, drafts, productId)
  const formId = useId()
  const giving = useChange({
    call: (body: Body, idempotencyKey) =>
      call(
        'POST /products/{productId}/delegations',
        { params: { productId }, body },
        { idempotencyKey },
      ),
    said: ({ email }) => m.delegation_given({ email }),
    onDone: onClose,
  })
  const save = form.handleSubmit(({ email, plate, part, ...wish }) =>
    giving.go({
      email: email.trim(),
      ...wish,
      ...(plate.number !== '' && { plate }),
      ...(!isEmptyAmount(part) && { allotment: amountTyped(part, balance.unit) }),
    }),
  )
  return (
    <Sheet
      title={m.new_delegation()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.save()} busy={giving.isPending} formId={formId} />}
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary title={m.errors_title()} attempt={form.formState.submitCount} />
        <ProblemNotice error={giving.error} />
        <DelegationFields form={form} product={product} />
      </form>
    </Sheet>
  )
}
