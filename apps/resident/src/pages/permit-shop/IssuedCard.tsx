import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { Plate } from '@2park/web/components/Plate'
import { dateOf, formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { StateRemark } from '#StateRemark.tsx'
import { NewHolderForm } from './NewHolderForm.tsx'
import styles from './PermitShopPage.module.css'
import { shopStateText } from './shop-state.ts'
import { useBlocking, useDeed, useShopToken, type Issued, type Shop } from './shop.ts'

type Props = { readonly product: Issued; readonly shop: Shop; readonly onEnd: () => void }

export function IssuedCard({ product, shop, onEnd }: Props) {
  const locale = useLocale()
  const { number, email, productType, area, state, plates, linkedAt } = product
  const dayOf = (at: string) => formatDate(dateOf(at, shop.organisation.timeZone), { locale })
  const lastMoment = Temporal.Instant.from(product.validUntil).subtract({ seconds: 1 }).toString()
  return (
    <article className={styles.card} aria-labelledby={`product-${number}`}>
      <h3 id={`product-${number}`} {...(email !== undefined && { translate: 'no' })}>
        {email ?? m.shop_no_holder()}
      </h3>
      <p>
        {productType.name}, {area.name} · {number}
      </p>
      <p>{m.shop_valid({ from: dayOf(product.validFrom), until: dayOf(lastMoment) })}</p>
      {plates.length > 0 && (
        <p className={styles.plates}>
          {plates.map((plate) => (
            <Plate key={`${plate.country} ${plate.number}`} {...plate} />
          ))}
        </p>
      )}
      <p className={styles.linked} data-linked={linkedAt !== undefined}>
        <Icon name={linkedAt === undefined ? 'notice' : 'check'} />
        {linkedAt === undefined ? m.shop_not_linked() : m.shop_linked({ date: dayOf(linkedAt) })}
      </p>
      <StateRemark state={state} text={shopStateText(state)} />
      {state !== 'ended' && email === undefined && <NewHolderForm product={product} />}
      {state !== 'ended' && <Deeds product={product} onEnd={onEnd} />}
    </article>
  )
}

function Deeds({ product, onEnd }: Pick<Props, 'product' | 'onEnd'>) {
  const { id: productId, number, email, state, linkedAt } = product
  const mailing = useDeed('POST /permit-shop/products/{productId}/_mail')
  const blocking = useBlocking(productId)
  const going = useGoing(productId)
  const deed = { params: { productId } }
  const describedBy = `product-${number}`
  const mail = () =>
    mailing.mutate(deed, { onSuccess: () => announce(() => m.shop_mailed({ email: email ?? '' })) })
  return (
    <>
      <ProblemNotice error={mailing.error ?? blocking.error ?? going.error} />
      <div className={styles.deeds}>
        {linkedAt === undefined && email !== undefined && (
          <>
            <Button aria-describedby={describedBy} busy={mailing.isPending} onClick={mail}>
              {m.shop_mail_again()}
            </Button>
            <Button aria-describedby={describedBy} busy={going.isPending} onClick={going.open}>
              {m.shop_go()}
            </Button>
          </>
        )}
        <Button
          aria-describedby={describedBy}
          busy={blocking.isPending}
          onClick={() => blocking.mutate(state !== 'blocked')}
        >
          {state === 'blocked' ? m.shop_unblock() : m.shop_block()}
        </Button>
        <Button look="danger" aria-describedby={describedBy} onClick={onEnd}>
          {m.shop_end()}
        </Button>
      </div>
      {going.blocked !== undefined && <a href={going.blocked}>{m.shop_go()}</a>}
    </>
  )
}

/** [Ga naar 2Park]: in a tab of its own, or by a link where the browser opens none. */
function useGoing(productId: string) {
  const shopToken = useShopToken()
  const [blocked, setBlocked] = useState<string>()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(
        'POST /permit-shop/products/{productId}/_link',
        { params: { productId } },
        { shopToken },
      ),
    onSuccess: ({ url }) => setBlocked(open(url, '_blank') === null ? url : undefined),
  })
  return {
    open: () => mutate(),
    isPending,
    error,
    blocked,
  }
}
