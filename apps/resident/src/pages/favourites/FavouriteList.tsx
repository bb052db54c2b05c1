import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import { Skeleton } from '@2park/web/components/Skeleton'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { openSheet } from '#routing/navigation.ts'
import type { FavouritesPlace } from '#routing/place.ts'
import type { Favourite } from './favourites.ts'
import styles from './FavouritesPage.module.css'

type Props = {
  readonly place: FavouritesPlace
  /** Undefined while they are fetched. */
  readonly favourites: readonly Favourite[] | undefined
}

export function FavouriteList({ place, favourites }: Props) {
  if (favourites === undefined) return <Skeleton blockSize="4.5rem" />
  if (favourites.length === 0) {
    return (
      <div className={page.empty}>
        <h2>{m.no_favourites()}</h2>
        <p>{m.no_favourites_hint()}</p>
      </div>
    )
  }
  return (
    <>
      <p className={styles.count}>{m.favourite_count({ count: favourites.length })}</p>
      <ul className={styles.list}>
        {favourites.map((favourite) => (
          <FavouriteRow
            key={favourite.id}
            favourite={favourite}
            onRemove={() => openSheet({ ...place, sheet: 'remove', favourite: favourite.id })}
          />
        ))}
      </ul>
    </>
  )
}

type RowProps = { readonly favourite: Favourite; readonly onRemove: () => void }

function FavouriteRow({ favourite: { plate, name }, onRemove }: RowProps) {
  const nameId = useId()
  return (
    <li className={styles.favourite}>
      <span id={nameId} className={styles.name}>
        {name}
      </span>
      <div className={styles.remove}>
        <Button look="danger" aria-describedby={nameId} onClick={onRemove}>
          {m.remove_favourite()}
        </Button>
      </div>
      <Plate {...plate} />
    </li>
  )
}
