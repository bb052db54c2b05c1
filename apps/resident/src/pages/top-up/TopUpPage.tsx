/** Opwaarderen (D): choosing what to buy, and after the bank what became of it. */
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { Product } from '#products.ts'
import type { TopUpPlace } from '#routing/place.ts'
import { TopUpChoice } from './TopUpChoice.tsx'
import styles from './TopUpPage.module.css'
import { TopUpResult } from './TopUpResult.tsx'

type Props = { readonly place: TopUpPlace; readonly product: Product }

export function TopUpPage({ place: { payment }, product }: Props) {
  useLocale()
  return (
    <div className={styles.page}>
      <PageTitle>{m.top_up()}</PageTitle>
      {payment === undefined ? (
        <TopUpChoice product={product} />
      ) : (
        <TopUpResult key={payment} product={product} topUpId={payment} />
      )}
    </div>
  )
}
