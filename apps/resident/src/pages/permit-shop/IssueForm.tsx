/** Issuing a product: what, where, for whom and for how long. The server says what is wrong with it. */
import { type FormEvent, useState } from 'react'
import { announce } from '@2park/web/announce'
import { ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { SelectField, TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useWords, type Words } from '#problems/words.ts'
import {
  aYearFrom,
  listMissing,
  toIssue,
  toldByField,
  type Filled,
  type IssueField,
} from './issue.ts'
import { useDeed, type Shop } from './shop.ts'

type Wrong = ReadonlyMap<IssueField, string>

/** What was left empty, and how often something was said of the form. */
type Told = { readonly missing: readonly IssueField[]; readonly attempt: number }

export function IssueForm({ shop }: { readonly shop: Shop }) {
  const { timeZone } = shop.organisation
  const [{ missing, attempt }, setTold] = useState<Told>({ missing: [], attempt: 0 })
  const tell = (empty: readonly IssueField[]) =>
    setTold((before) => ({ missing: empty, attempt: before.attempt + 1 }))
  const issuing = useDeed('POST /permit-shop/products')
  const refused = toldBy(issuing.error, useWords())
  const wrong: Wrong =
    missing.length > 0 ? new Map(missing.map((field) => [field, m.shop_field_missing()])) : refused

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const filled = read(form)
    const empty = listMissing(filled)
    if (empty.length > 0) return tell(empty)
    setTold({ missing: [], attempt })
    if (issuing.isPending) return
    const body = toIssue(filled, timeZone)
    issuing.mutate(
      { body },
      {
        onSuccess: () => {
          form.reset()
          announce(() => m.shop_issued({ email: body.email }))
        },
        // Its summary goes, or says what the server says.
        onSettled: () => tell([]),
      },
    )
  }

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary title={m.errors_title()} attempt={attempt} hasLabels />
      {refused.size === 0 && <ProblemNotice error={issuing.error} />}
      <SelectField
        label={m.shop_product_type()}
        name="productType"
        choices={shop.productTypes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        label={m.location()}
        name="area"
        choices={shop.areas.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <HolderFields wrong={wrong} />
      <ValidityFields wrong={wrong} timeZone={timeZone} />
      <Button type="submit" look="primary" wide busy={issuing.isPending}>
        {m.shop_issue()}
      </Button>
    </form>
  )
}

function HolderFields({ wrong }: { readonly wrong: Wrong }) {
  return (
    <>
      <TextField
        label={m.shop_holder_email()}
        hint={m.shop_holder_email_hint()}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={wrong.get('email')}
      />
      <SelectField
        label={m.shop_mail_language()}
        name="language"
        choices={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  )
}

function ValidityFields({ wrong, timeZone }: { readonly wrong: Wrong; readonly timeZone: string }) {
  const [valid] = useState(() => aYearFrom(Temporal.Now.plainDateISO(timeZone)))
  return (
    <>
      <TextField
        label={m.shop_valid_from()}
        name="validFrom"
        type="date"
        defaultValue={valid.validFrom}
        error={wrong.get('validFrom')}
      />
      <TextField
        label={m.valid_until()}
        name="validUntil"
        type="date"
        defaultValue={valid.validUntil}
        error={wrong.get('validUntil')}
      />
      <TextField
        label={m.shop_plates()}
        hint={m.shop_plates_hint()}
        name="plates"
        autoComplete="off"
        spellCheck={false}
        error={wrong.get('plates')}
      />
      <TextField
        label={m.shop_rights()}
        hint={m.shop_optional()}
        name="rightsQuantity"
        inputMode="numeric"
        autoComplete="off"
        error={wrong.get('rightsQuantity')}
      />
    </>
  )
}

function read(form: HTMLFormElement): Filled {
  const fields = new FormData(form)
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    productType: text('productType'),
    area: text('area'),
    email: text('email'),
    validFrom: text('validFrom'),
    validUntil: text('validUntil'),
    plates: text('plates'),
    rightsQuantity: text('rightsQuantity'),
    language: text('language'),
  }
}

function toldBy(error: Error | null, words: Words): Wrong {
  return toldByField(
    error instanceof ProblemAnswer ? (words.ofProblem(error.problem).errors ?? []) : [],
  )
}
