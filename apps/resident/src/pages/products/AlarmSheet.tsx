/** [Stel saldo alarm in] (M8): from which balance on one is warned, with a value to begin with. */
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { decimalSigns, formatBalance, type UnitAmount } from '@2park/web/format'
import { amountAboveZero, amountFields, type AmountForm } from '#amount/amount-fields.ts'
import { AmountFields, firstField } from '#amount/AmountFields.tsx'
import { readAlarmsAgain, useBalanceAlarm } from '#balance-alarms.ts'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useCallOnce } from '#call-once.ts'
import { draftsOf } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { presentLocale, useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { useKeptForm } from '#use-kept-form.ts'

const drafts = draftsOf<AmountForm>('alarm')

type Props = { readonly product: Product; readonly onClose: () => void }

/** What is proposed where none is set: five euros, two hours, three actions. */
const proposed: Readonly<Record<UnitAmount['unit'], number>> = {
  money: 500,
  time: 7200,
  count: 3,
  // A product without a balance has no alarm.
  none: 0,
}

export function AlarmSheet({ product, onClose }: Props) {
  const locale = useLocale()
  const { unit } = product.balance
  const alarm = useBalanceAlarm(product)
  const formId = useId()
  const threshold = alarm?.threshold ?? { unit, value: proposed[unit] }
  const form = useForm<AmountForm>({
    defaultValues: drafts.of(product.id) ?? amountFields(threshold, decimalSigns[locale]),
  })
  useKeptForm(form, drafts, product.id)
  const setting = useSetting(product, onClose)
  const save = form.handleSubmit((typed) => {
    const value = amountAboveZero(typed, unit)
    if (value === undefined) {
      form.setError(firstField(unit), { type: 'required' }, { shouldFocus: true })
    } else if (!setting.isPending) setting.mutate(value)
  })
  return (
    <Sheet
      title={m.alarm_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar label={m.alarm_set()} busy={setting.isPending} formId={formId}>
          {alarm && (
            <Button
              wide
              look="quiet"
              busy={setting.isPending}
              onClick={() => setting.mutate(undefined)}
            >
              {m.alarm_off()}
            </Button>
          )}
        </ConfirmBar>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <p>{m.alarm_lead({ balance: formatBalance(product.balance, locale) })}</p>
        <ProblemNotice error={setting.error} />
        <AmountFields form={form} unit={unit} />
      </form>
    </Sheet>
  )
}

/** Sets the alarm at a threshold, or takes it off where there is none. */
function useSetting({ id: productId, balance: { unit } }: Product, onClose: () => void) {
  const client = useQueryClient()
  const params = { productId }
  return useCallOnce({
    call: async (threshold: number | undefined, idempotencyKey) => {
      if (threshold === undefined) {
        await call('DELETE /products/{productId}/balance-alarm', { params }, { idempotencyKey })
      } else {
        const sent = { params, body: { threshold } }
        await call('PUT /products/{productId}/balance-alarm', sent, { idempotencyKey })
      }
    },
    onSuccess: (_, threshold) => {
      announce(() =>
        threshold === undefined
          ? m.alarm_removed()
          : m.alarm_saved({ amount: formatBalance({ unit, value: threshold }, presentLocale()) }),
      )
      onClose()
      void readAlarmsAgain(client)
    },
  })
}
