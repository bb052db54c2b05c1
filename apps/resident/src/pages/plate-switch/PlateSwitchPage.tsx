/** Which of its plates a resident product holds for (O1): choose one, and press [Selecteer]. */
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { Plate } from '@2park/web/components/Plate'
import { plateText } from '@2park/web/plate-typing'
import { readAgain } from '@2park/web/read'
import { useCallOnce } from '#call-once.ts'
import { draftsOf } from '#drafts.ts'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { productStateText } from '#product-state.ts'
import type { Product } from '#products.ts'
import { useKeptState } from '#use-kept-form.ts'
import cards from '#choice-cards.module.css'
import styles from './PlateSwitchPage.module.css'

type Props = { readonly product: Product }
type OwnPlate = NonNullable<Product['activePlate']>

/** Of the plate that was picked, if one was. */
const drafts = draftsOf<OwnPlate | undefined>('active plate')

export function PlateSwitchPage({ product }: Props) {
  useLocale()
  const { activePlate, state } = product
  const stateText = productStateText(state)
  return (
    <>
      <PageTitle>{m.plate_switch()}</PageTitle>
      <p className={page.lead}>{m.plate_switch_lead()}</p>
      {activePlate === undefined && (
        <Notice kind="warning">
          <span>{m.no_plate_active()}</span>
        </Notice>
      )}
      {state === 'expired' || state === 'blocked' ? (
        <Notice kind="warning">
          <span>{m.product_not_usable({ state: stateText ?? '' })}</span>
        </Notice>
      ) : (
        <Choice product={product} />
      )}
    </>
  )
}

function Choice({ product }: Props) {
  const { plates = [], activePlate } = product
  const name = useId()
  const [picked, pick] = useKeptState(drafts, product.id, () => undefined)
  const chosen = picked ?? activePlate
  const switching = useSwitch(product.id)
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) switching.activate(chosen)
      }}
    >
      <fieldset>
        <legend className={cards.legend}>{m.plate_switch_legend()}</legend>
        <div className={cards.cards}>
          {plates.map((plate) => (
            <label key={keyOf(plate)} className={`${cards.card} ${styles.plate}`}>
              <input
                type="radio"
                name={name}
                checked={chosen !== undefined && keyOf(plate) === keyOf(chosen)}
                onChange={() => pick(plate)}
              />
              <Plate {...plate} />
              {activePlate && keyOf(plate) === keyOf(activePlate) && (
                <span className={styles.active}>{m.plate_active()}</span>
              )}
            </label>
          ))}
        </div>
      </fieldset>
      <ProblemNotice error={switching.error} />
      <Button
        type="submit"
        look="primary"
        wide
        busy={switching.isPending}
        disabled={chosen === undefined}
      >
        {m.select()}
      </Button>
      {chosen === undefined && <p>{m.plate_switch_choose()}</p>}
    </form>
  )
}

function useSwitch(productId: string) {
  const client = useQueryClient()
  const switching = useCallOnce({
    call: (plate: OwnPlate, idempotencyKey) =>
      call(
        'PUT /products/{productId}/active-plate',
        { params: { productId }, body: { plate } },
        { idempotencyKey },
      ),
    onSuccess: ({ plate }) => {
      announce(() => m.plate_switched({ plate: plateText(plate.number, plate.country) }))
      return readAgain(client, 'GET /products')
    },
  })
  return {
    activate: (plate: OwnPlate) => {
      if (!switching.isPending) switching.mutate(plate)
    },
    isPending: switching.isPending,
    error: switching.error,
  }
}

function keyOf({ number, country }: OwnPlate): string {
  return `${country} ${number}`
}
