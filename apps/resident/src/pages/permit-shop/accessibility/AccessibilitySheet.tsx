/** [Toegankelijkheid]: where the municipality says how accessible it is, as everybody reads it. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call, ProblemAnswer, type InputOf, type OutputOf } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { TextField } from '@2park/web/components/Field'
import { Sheet } from '@2park/web/components/Sheet'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useCallOnce } from '#call-once.ts'
import { textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useWords, type Words } from '#problems/words.ts'
import { accessibilityRead, useShopToken } from '../shop.ts'

type Accessibility = OutputOf<'GET /permit-shop/accessibility'>
type Wish = InputOf<'PUT /permit-shop/accessibility'>['body']

type Props = { readonly onClose: () => void }

export function AccessibilitySheet({ onClose }: Props) {
  const { data, error, refetch } = useQuery(accessibilityRead(useShopToken()))
  if (data !== undefined) return <Editing accessibility={data} onClose={onClose} />
  return (
    <Sheet title={m.accessibility()} closeLabel={m.close()} onClose={onClose}>
      <NotYet {...{ error, refetch }} blockSize="12rem" />
    </Sheet>
  )
}

type EditingProps = Props & { readonly accessibility: Accessibility }

function Editing({ accessibility, onClose }: EditingProps) {
  const formId = useId()
  // What was there when it was opened: what comes later is for who opens it later.
  const [{ statement, email }] = useState(accessibility)
  const [attempt, setAttempt] = useState(0)
  const saving = useSaving(onClose)
  const wrong = toldBy(saving.error, useWords())
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (saving.isPending) return
    const wish = wishOf(event.currentTarget)
    saving.mutate(wish, { onError: () => setAttempt(attempt + 1) })
  }
  return (
    <Sheet
      title={m.accessibility()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.save()} busy={saving.isPending} formId={formId} />}
    >
      <form id={formId} noValidate onSubmit={save}>
        <p>{m.shop_accessibility_lead()}</p>
        <ErrorSummary title={m.errors_title()} attempt={attempt} hasLabels />
        {wrong.size === 0 && <ProblemNotice error={saving.error} />}
        <TextField
          label={m.shop_statement()}
          hint={m.shop_statement_hint()}
          name="statement"
          type="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={statement}
          error={wrong.get('/statement')}
        />
        <TextField
          label={m.shop_accessibility_email()}
          hint={m.shop_optional()}
          name="email"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={email}
          error={wrong.get('/email')}
        />
      </form>
    </Sheet>
  )
}

function useSaving(onClose: () => void) {
  const shopToken = useShopToken()
  return useCallOnce({
    call: (body: Wish, idempotencyKey) =>
      call('PUT /permit-shop/accessibility', { body }, { shopToken, idempotencyKey }),
    onSuccess: () => {
      onClose()
      announce(() => m.shop_accessibility_saved())
    },
  })
}

/** A field that is empty is left out. */
function wishOf(form: HTMLFormElement): Wish {
  const { statement, email } = textsOf(form, 'statement', 'email')
  return { statement: statement.trim() || undefined, email: email.trim() || undefined }
}

function toldBy(error: Error | null, words: Words): ReadonlyMap<string, string> {
  const errors = error instanceof ProblemAnswer ? words.ofProblem(error.problem).errors : []
  return new Map(errors?.map(({ pointer, detail }) => [pointer, detail]))
}
