/** Ending is for good, and so it is asked once more. */
import { announce } from '@2park/web/announce'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useDeed, type Issued } from './shop.ts'

type Props = { readonly product: Issued; readonly onClose: () => void }

export function EndSheet({ product, onClose }: Props) {
  const { email } = product
  const name = product.productType.name
  const ending = useDeed('POST /permit-shop/products/{productId}/_end')
  const end = () =>
    ending.mutate(
      { params: { productId: product.id } },
      {
        onSuccess: () => {
          onClose()
          announce(() => (email === undefined ? m.shop_ended_nobodys() : m.shop_ended({ email })))
        },
      },
    )
  return (
    <Sheet
      title={m.shop_end_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar look="danger" label={m.shop_end()} busy={ending.isPending} onConfirm={end}>
          <Button wide look="quiet" onClick={onClose}>
            {m.shop_end_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p>
        {email === undefined
          ? m.shop_end_lead_nobodys({ product: name })
          : m.shop_end_lead({ product: name, email })}
      </p>
      <ProblemNotice error={ending.error} />
    </Sheet>
  )
}
