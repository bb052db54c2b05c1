/** [Verwijder] on an expired or blocked product (M7): out of sight, until it can be used again. */
import { useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { readAgain } from '@2park/web/read'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useCallOnce } from '#call-once.ts'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { locationText, type Product } from '#products.ts'

type Props = { readonly product: Product; readonly onClose: () => void }

export function RemoveProductSheet({ product, onClose }: Props) {
  const client = useQueryClient()
  const { id: productId, name } = product
  const removing = useCallOnce({
    call: (params: { productId: string }, idempotencyKey) =>
      call('DELETE /products/{productId}', { params }, { idempotencyKey }),
    onSuccess: () => {
      announce(() => m.product_removed({ name }))
      onClose()
      void readAgain(client, 'GET /products')
    },
  })
  return (
    <Sheet
      title={m.remove_product_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          label={m.remove_product()}
          busy={removing.isPending}
          onConfirm={() => removing.mutate({ productId })}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.remove_product_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p>
        <b>
          {name}, {locationText(product)}
        </b>
      </p>
      <p>{m.remove_product_lead()}</p>
      <ProblemNotice error={removing.error} />
    </Sheet>
  )
}
