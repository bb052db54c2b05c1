/** What a delegate has left, made more or less: the difference moves from or to one's own balance. */
import { type FormEvent, useId, useState } from 'react'
import { call } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { decimalSigns, formatBalance } from '@2park/web/format'
import {
  amountFields,
  type AmountForm,
  amountTyped,
  isEmptyAmount,
  noAmount,
} from '#amount/amount-fields.ts'
import { draftsOf } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { useKeptState } from '#use-kept-form.ts'
import { type Delegation, useChange } from './delegations.ts'
import rows from '#rows.module.css'
import { PartField } from './PartField.tsx'

const drafts = draftsOf<AmountForm>('part of a delegation')

type Props = {
  readonly product: Product
  readonly delegation: Delegation
  readonly onClose: () => void
}

export function ChangePartSheet({ product, delegation, onClose }: Props) {
  const locale = useLocale()
  const formId = useId()
  const { id: delegationId, email, allotment } = delegation
  const { unit } = product.balance
  const [fields, setFields] = useKeptState(drafts, delegationId, () =>
    allotment ? amountFields(allotment, decimalSigns[locale]) : noAmount,
  )
  const [{ isWrong, attempt }, tell] = useState({ isWrong: false, attempt: 0 })
  const params = { productId: product.id, delegationId }
  const changing = useChange({
    call: (body: { allotment: number }, idempotencyKey) =>
      call(
        'PATCH /products/{productId}/delegations/{delegationId}',
        { params, body },
        { idempotencyKey },
      ),
    said: () => m.part_changed({ email }),
    onDone: onClose,
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const part = amountTyped(fields, unit)
    const isMissing = part === undefined || isEmptyAmount(fields)
    tell({ isWrong: isMissing, attempt: attempt + 1 })
    if (!isMissing) changing.go({ allotment: part })
  }
  return (
    <Sheet
      title={m.change_part_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.save()} busy={changing.isPending} formId={formId} />}
    >
      <form id={formId} noValidate onSubmit={save}>
        <p className={rows.shown}>{email}</p>
        <ErrorSummary title={m.errors_title()} attempt={attempt} />
        <ProblemNotice error={changing.error} />
        <PartField
          unit={unit}
          value={fields}
          onChange={setFields}
          hint={m.change_part_hint({ balance: formatBalance(product.balance, locale) })}
          error={isWrong ? m.part_missing() : undefined}
        />
      </form>
    </Sheet>
  )
}
