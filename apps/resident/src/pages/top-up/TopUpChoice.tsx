/** The top-ups that are still possible, one of them to choose, and [Betaal] (D1, D3). */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { Skeleton } from '@2park/web/components/Skeleton'
import { formatBalance, formatCost } from '@2park/web/format'
import { formatDate } from '@2park/web/moments'
import cards from '#choice-cards.module.css'
import { draftsOf } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useWords } from '#problems/words.ts'
import type { Product } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { useKeptState } from '#use-kept-form.ts'
import styles from './TopUpPage.module.css'
import { type TopUpOffer, type TopUpOption, topUpOfferRead } from './top-ups.ts'
import { useOrder } from './use-payment.ts'

/** Of the option that was picked, if one was. */
const drafts = draftsOf<string | undefined>('top-up')

type Props = { readonly product: Product }

export function TopUpChoice({ product: { id: productId } }: Props) {
  const { data: offer, error, refetch } = useQuery(topUpOfferRead(productId))
  return (
    <>
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      {offer === undefined && error === null && <Skeleton blockSize="12rem" />}
      {offer && (
        <>
          <Unfinished offer={offer} productId={productId} />
          <WhyNot offer={offer} />
          {offer.options.length > 0 && <OptionForm offer={offer} productId={productId} />}
        </>
      )}
    </>
  )
}

type OfferProps = { readonly offer: TopUpOffer; readonly productId: string }

/** What they would give is set aside meanwhile, so one must be able to find them. */
function Unfinished({ offer: { unfinished }, productId }: OfferProps) {
  const locale = useLocale()
  return unfinished.map(({ id, price }) => (
    <Notice key={id}>
      <b>{m.top_up_unfinished({ price: formatCost(price, locale) })}</b>
      <span>{m.top_up_unfinished_what()}</span>
      <PlaceLink to={{ page: 'topUp', productId, payment: id }}>
        {m.top_up_unfinished_go_on()}
      </PlaceLink>
    </Notice>
  ))
}

function WhyNot({ offer: { refusal, options, nextPeriodOn } }: Pick<OfferProps, 'offer'>) {
  const locale = useLocale()
  const words = useWords()
  if (refusal === undefined) return null
  const said = words.ofReason(refusal)
  const isLimit = refusal.code === 'topUpCap'
  if (isLimit && options.length > 0) return <p>{m.top_up_less_possible()}</p>
  return (
    <Notice kind="warning">
      <b>{said.title}</b>
      <span>
        {isLimit && nextPeriodOn !== undefined
          ? m.top_up_next_period({ date: formatDate(nextPeriodOn, { locale }) })
          : said.detail}
      </span>
    </Notice>
  )
}

function OptionForm({ offer: { options }, productId }: OfferProps) {
  const [chosenId, choose] = useKeptState(drafts, productId, () => undefined)
  const chosen = options.find(({ id }) => id === chosenId) ?? options[0]
  const language = useLocale()
  const order = useOrder(productId)
  // Between the answer and the bank's page, too: one press is one payment.
  const isBusy = order.isPending || order.isSuccess
  const pay = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy && chosen) order.mutate({ optionId: chosen.id, language })
  }
  return (
    <form onSubmit={pay}>
      <Options options={options} chosen={chosen} onChoose={choose} />
      <div className={styles.pay}>
        <ProblemNotice error={order.error} />
        <Button look="primary" wide type="submit" busy={isBusy}>
          {m.pay()}
        </Button>
      </div>
    </form>
  )
}

type OptionsProps = {
  readonly options: readonly TopUpOption[]
  readonly chosen: TopUpOption | undefined
  readonly onChoose: (id: string) => void
}

function Options({ options, chosen, onChoose }: OptionsProps) {
  const locale = useLocale()
  const name = useId()
  return (
    <fieldset>
      <legend className={cards.legend}>{m.top_up_legend()}</legend>
      <div className={cards.cards}>
        {options.map((option) => (
          <label key={option.id} className={`${cards.card} ${cards.offer}`}>
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => onChoose(option.id)}
            />
            <span className={cards.kind}>
              {m.top_up_gives({ gives: formatBalance(option.gives, locale) })}
            </span>
            <span className={cards.price}>{formatCost(option.price, locale)}</span>
            <span className={cards.balance}>
              {m.balance_after({ balance: formatBalance(option.balanceAfter, locale) })}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
