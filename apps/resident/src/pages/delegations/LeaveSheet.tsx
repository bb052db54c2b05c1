/** [Verlaat]: a delegate gives up the product of somebody else. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { readAgain } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { locationText, type Product } from '#products.ts'
import { go } from '#routing/navigation.ts'
import rows from '#rows.module.css'

type Props = { readonly product: Product; readonly onClose: () => void }

export function LeaveSheet({ product, onClose }: Props) {
  const client = useQueryClient()
  const { id: productId, name, organisation, delegation } = product
  const leaving = useMutation({
    mutationFn: () => call('POST /products/{productId}/_leave', { params: { productId } }),
    onSuccess: () => {
      announce(() => m.product_left({ name }))
      go({ page: 'products' }, { replace: true })
      void readAgain(client, 'GET /products', 'GET /parking-sessions')
    },
  })
  return (
    <Sheet
      title={m.leave_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          look="danger"
          label={m.leave()}
          busy={leaving.isPending}
          onConfirm={() => leaving.mutate()}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.leave_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p className={rows.shown}>
        {name}, {locationText(product)}, {organisation.name}
      </p>
      <p>{m.leave_explained({ by: delegation?.by ?? '' })}</p>
      <ProblemNotice error={leaving.error} />
    </Sheet>
  )
}
