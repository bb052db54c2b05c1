/** [Verwijder] (I3): a confirmation that shows the favourite. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { type Favourite, favouritesRead, readFavouritesAgain } from './favourites.ts'
import rows from '#rows.module.css'

type Props = {
  readonly productId: string
  readonly favourite: Favourite
  readonly onClose: () => void
}

export function RemoveFavouriteSheet({ productId, favourite, onClose }: Props) {
  const client = useQueryClient()
  const removing = useMutation({
    mutationFn: () =>
      call('DELETE /products/{productId}/favourites/{favouriteId}', {
        params: { productId, favouriteId: favourite.id },
      }),
    onSuccess: () => {
      announce(() => m.favourite_removed({ name: favourite.name }))
      client.setQueryData(
        favouritesRead(productId).queryKey,
        (list) =>
          list && { ...list, favourites: list.favourites.filter(({ id }) => id !== favourite.id) },
      )
      onClose()
      void readFavouritesAgain(client)
    },
  })
  return (
    <Sheet
      title={m.remove_favourite_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          label={m.remove_favourite()}
          busy={removing.isPending}
          onConfirm={() => removing.mutate()}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.remove_favourite_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p className={rows.shown}>
        <Plate {...favourite.plate} />
        {favourite.name}
      </p>
      <ProblemNotice error={removing.error} />
    </Sheet>
  )
}
