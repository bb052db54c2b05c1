/** Plate first (F1): typed, or a favourite; with a doubt beside it where there is one, never a no. */
import { type RefObject, useState } from 'react'
import { isSamePlate, plateWarning } from '@2park/domain/plate'
import { Icon } from '@2park/web/components/Icon'
import { Notice } from '@2park/web/components/Notice'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import type { PlateValue } from '@2park/web/components/PlateField'
import { m } from '#paraglide/messages.js'
import { PlateFormField } from '#PlateFormField.tsx'
import { type KnownPlates, probablyMeant } from './known-plates.ts'
import styles from './NewSession.module.css'

type Props = {
  readonly value: PlateValue
  readonly onChange: (value: PlateValue) => void
  /** The plate is as it is meant to be: chosen, or the field is left. */
  readonly onSettled: (value: PlateValue) => void
  readonly known: KnownPlates
  readonly onSearch: () => void
  readonly error: string | undefined
  readonly inputRef: RefObject<HTMLInputElement | null>
}

export function PlateChoice({ value, onChange, onSettled, known, ...props }: Props) {
  const [isLeft, setLeft] = useState(false)
  return (
    <>
      <PlateFormField
        error={props.error}
        value={value}
        onChange={(plate) => {
          setLeft(false)
          onChange(plate)
        }}
        onBlur={() => {
          setLeft(true)
          onSettled(value)
        }}
        inputRef={props.inputRef}
      />
      <Doubt value={value} isLeft={isLeft} known={known} onTake={onSettled} />
      <Favourites value={value} known={known} onTake={onSettled} onSearch={props.onSearch} />
    </>
  )
}

type DoubtProps = Pick<Props, 'value' | 'known'> & {
  readonly isLeft: boolean
  readonly onTake: (plate: PlateValue) => void
}

function Doubt({ value, isLeft, known, onTake }: DoubtProps) {
  const meant = value.number === '' ? undefined : probablyMeant(value, known)
  const isUnusual = isLeft && value.number !== '' && plateWarning(value) !== undefined
  return (
    <div aria-live="polite">
      {meant && (
        <Notice kind="warning">
          <div className={styles.meant}>
            <span>{m.did_you_mean()}</span>
            <Plate {...meant.plate} />
            {meant.name}
            <Button onClick={() => onTake(meant.plate)}>{m.use_this_plate()}</Button>
          </div>
        </Notice>
      )}
      {!meant && isUnusual && (
        <Notice kind="warning">
          <span>{m.plate_unusual()}</span>
        </Notice>
      )}
    </div>
  )
}

/** As chips no more than fit on two lines; the rest are in the search. */
const mostChips = 3

type FavouritesProps = Pick<Props, 'value' | 'known' | 'onSearch'> & {
  readonly onTake: (plate: PlateValue) => void
}

function Favourites({ value, known, onTake, onSearch }: FavouritesProps) {
  const { favourites, recent } = known
  if (favourites.length + recent.length === 0) return null
  return (
    <div className={styles.quick}>
      {favourites.slice(0, mostChips).map(({ plate, name }) => (
        <button
          key={`${plate.number}${plate.country}`}
          type="button"
          className={styles.pick}
          aria-pressed={isSamePlate(plate, value)}
          onClick={() => onTake(plate)}
        >
          <Icon name="star" />
          {name}
        </button>
      ))}
      <button type="button" className={styles.pick} onClick={onSearch}>
        <Icon name="search" />
        {m.all_favourites()}
      </button>
    </div>
  )
}
