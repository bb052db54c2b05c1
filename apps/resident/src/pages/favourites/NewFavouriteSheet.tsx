/** [Nieuwe favoriet] (I2): a plate and a name of at most ten characters, checked by the contract's own schema. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { FavouriteInput } from '@2park/contract/favourites'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { useCallOnce } from '#call-once.ts'
import { draftsOf } from '#drafts.ts'
import { useKeptForm } from '#use-kept-form.ts'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { FavouriteFields } from './FavouriteFields.tsx'
import { type FavouriteForm, readFavouritesAgain } from './favourites.ts'

type Props = { readonly productId: string; readonly onClose: () => void }

const drafts = draftsOf<FavouriteForm>('favourite')

export function NewFavouriteSheet({ productId, onClose }: Props) {
  const form = useForm<FavouriteForm>({
    shouldFocusError: false,
    resolver: standardSchemaResolver(FavouriteInput),
    defaultValues: drafts.of(productId) ?? { plate: { number: '', country: 'NL' }, name: '' },
  })
  useKeptForm(form, drafts, productId)
  const formId = useId()
  const saving = useSaving(productId, onClose)
  const save = form.handleSubmit((values) => {
    if (!saving.isPending) saving.mutate(values)
  })
  return (
    <Sheet
      title={m.new_favourite()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.save()} busy={saving.isPending} formId={formId} />}
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary title={m.errors_title()} attempt={form.formState.submitCount} />
        <ProblemNotice error={saving.error} />
        <FavouriteFields form={form} />
      </form>
    </Sheet>
  )
}

function useSaving(productId: string, onClose: () => void) {
  const client = useQueryClient()
  return useCallOnce({
    call: (body: FavouriteForm, idempotencyKey) =>
      call(
        'POST /products/{productId}/favourites',
        { params: { productId }, body },
        { idempotencyKey },
      ),
    onSuccess: ({ name }) => {
      announce(() => m.favourite_saved({ name }))
      onClose()
      void readFavouritesAgain(client)
    },
  })
}
