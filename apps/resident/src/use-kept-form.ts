/** Keeps a form's draft for who is signed out meanwhile (A9). Whoever leaves it otherwise is done with it. */
import { useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Drafts } from './drafts.ts'
import { here } from './routing/navigation.ts'

export function useKeptForm<Form extends FieldValues>(
  { getValues }: UseFormReturn<Form>,
  drafts: Drafts<Form>,
  productId: string,
): void {
  useEffect(
    () => () => {
      if (here().page === 'signIn') drafts.keep(productId, getValues())
      else drafts.drop(productId)
    },
    [drafts, getValues, productId],
  )
}
