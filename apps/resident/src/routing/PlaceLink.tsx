/** A link to a place: a real one, so that it can be opened in a new tab, copied and read out. */
import { type AnchorHTMLAttributes, type MouseEvent } from 'react'
import { go, openSheet } from './navigation.ts'
import { hrefOf, type Place } from './place.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & {
  readonly to: Place
  readonly replace?: boolean
  /** It opens a sheet of the page one is on. */
  readonly sheet?: boolean
  /** What else there is to do when one goes there. */
  readonly onFollow?: () => void
}

export function PlaceLink({
  to,
  replace = false,
  sheet = false,
  onFollow,
  children,
  ...rest
}: Props) {
  const follow = (event: MouseEvent) => {
    // With a key held down the browser does something else with a link, and may.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onFollow?.()
    if (sheet) openSheet(to)
    else go(to, { replace })
  }
  return (
    <a {...rest} href={hrefOf(to)} onClick={follow}>
      {children}
    </a>
  )
}
