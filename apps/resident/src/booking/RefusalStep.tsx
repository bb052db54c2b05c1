/** The one screen of a refusal (G5): every reason, and what would be accepted instead, to choose from. */
import { useId } from 'react'
import { Icon } from '@2park/web/components/Icon'
import { Notice } from '@2park/web/components/Notice'
import type { Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { balanceAfterText, costText } from '#cost-text.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useWords } from '#problems/words.ts'
import type { Product } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { stretchText } from '#stretch-text.ts'
import type { Alternative } from './order.ts'
import cards from '#choice-cards.module.css'
import styles from './RefusalStep.module.css'
import type { Refusal } from './use-booking.ts'
import { wayOutText } from './way-out.ts'

type Props = {
  readonly refusal: Refusal
  readonly error: Error | undefined
  readonly product: Product
  readonly wording: Wording
  readonly chosen: Alternative | undefined
  readonly onChoose: (alternative: Alternative) => void
}

export function RefusalStep({ refusal, error, product, wording, ...choice }: Props) {
  const problem = useWords().ofProblem(refusal.problem)
  const { reasons, alternatives = [], shortfall, title, detail, code } = problem
  return (
    <>
      <ul className={styles.reasons}>
        {(reasons ?? [{ code, title, detail }]).map((reason) => (
          <li key={reason.code} className={styles.reason}>
            <Icon name="warning" />
            <b>{reason.title}</b>
            <span>{reason.detail}</span>
          </li>
        ))}
      </ul>
      {reasons?.some(({ code: why }) => why === 'maxConcurrent') && (
        <p className={styles.wayOut}>{mostAtOnceText(product)}</p>
      )}
      {shortfall !== undefined && shortfall.value > 0 && (
        <div className={styles.wayOut}>
          <p>{wayOutText(shortfall, product, wording.locale)}</p>
          {product.rules.topUpOffered && (
            <PlaceLink to={{ page: 'topUp', productId: product.id }} replace>
              {m.way_out_top_up()}
            </PlaceLink>
          )}
        </div>
      )}
      {alternatives.length === 0 ? (
        <Notice>
          <span>{m.no_alternatives()}</span>
        </Notice>
      ) : (
        <Alternatives alternatives={alternatives} wording={wording} {...choice} />
      )}
      <ProblemNotice error={error} />
    </>
  )
}

/** How many it is that are all in use (R3, O3). */
function mostAtOnceText({ rights, rules }: Product): string | undefined {
  if (rights) return m.all_rights_in_use({ count: rights.bought })
  const { maxConcurrent: count } = rules
  return count === undefined ? undefined : m.most_at_once({ count })
}

type AlternativesProps = Pick<Props, 'wording' | 'chosen' | 'onChoose'> & {
  readonly alternatives: readonly Alternative[]
}

function Alternatives({ alternatives, wording, chosen, onChoose }: AlternativesProps) {
  const name = useId()
  return (
    <fieldset>
      <legend className={cards.legend}>{m.alternatives_legend()}</legend>
      <div className={cards.cards}>
        {alternatives.map((alternative) => (
          <label key={keyOf(alternative)} className={`${cards.card} ${cards.offer}`}>
            <input
              type="radio"
              name={name}
              checked={alternative === chosen}
              onChange={() => onChoose(alternative)}
            />
            <span className={cards.kind}>{kindTexts[alternative.kind]()}</span>
            <span className={cards.price}>{costText(alternative.charge, wording.locale)}</span>
            <span className={cards.moment}>
              {stretchText(
                { ...alternative.during, openEnded: alternative.end === undefined },
                wording,
              )}
            </span>
            <span className={cards.balance}>
              {balanceAfterText(alternative.balanceAfter, wording.locale)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const kindTexts: Readonly<Record<Alternative['kind'], () => string>> = {
  shorter: m.alternative_shorter,
  later: m.alternative_later,
  now: m.alternative_now,
  extendExisting: m.alternative_extend_existing,
}

function keyOf({ kind, during }: Alternative): string {
  return `${kind} ${during.start} ${during.end}`
}
