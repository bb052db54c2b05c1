/** The head of a page that lists things: its title, and the link to the sheet that adds one. */
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import page from '#page.module.css'
import type { Place } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { PageTitle } from './PageTitle.tsx'

type Props = { readonly title: string; readonly add: string; readonly to: Place }

export function ListHead({ title, add, to }: Props) {
  return (
    <div className={page.head}>
      <PageTitle>{title}</PageTitle>
      <div className={page.dock}>
        <PlaceLink to={to} sheet className={buttonClass()} data-look="primary">
          <Icon name="plus" />
          {add}
        </PlaceLink>
      </div>
    </div>
  )
}
