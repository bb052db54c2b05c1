/** Keeps a form's draft for who is signed out meanwhile (A9). Whoever leaves it otherwise is done with it. */
import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Drafts } from './drafts.ts'
import { here } from './routing/navigation.ts'

/** Of a form that React Hook Form holds. */
export function useKeptForm<Form extends FieldValues>(
  { getValues }: UseFormReturn<Form>,
  drafts: Drafts<Form>,
  about: string,
): void {
  useEffect(
    () => () => {
      if (here().page === 'signIn') drafts.keep(about, getValues())
      else drafts.drop(about)
    },
    [drafts, getValues, about],
  )
}

/** Of a form that is a state of its page; it begins as it was kept. */
export function useKeptState<Form>(
  drafts: Drafts<Form>,
  about: string,
  begin: () => Form,
): readonly [Form, Dispatch<SetStateAction<Form>>] {
  const [form, setForm] = useState(() => drafts.of(about) ?? begin())
  const keep = useKeeping(drafts, about)
  useEffect(() => keep(form), [keep, form])
  return [form, setForm]
}

/** Of a form whose fields React does not control: what it gives is called at each change. */
export function useKeeping<Form>(drafts: Drafts<Form>, about: string): (form: Form) => void {
  useEffect(
    () => () => {
      if (here().page !== 'signIn') drafts.drop(about)
    },
    [drafts, about],
  )
  return useCallback((form) => drafts.keep(about, form), [drafts, about])
}
