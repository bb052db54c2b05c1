/** Which there are, what each is good for, and when it was used last. */
import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { serverNow } from '@2park/web/clock'
import { formatBalance } from '@2park/web/format'
import { dateOf, formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { useProducts } from '#products.ts'
import { productText, scopeText, type AccessToken } from './access-tokens.ts'
import rows from '#rows.module.css'

type Props = {
  readonly accessTokens: readonly AccessToken[]
  readonly onRevoke: (accessToken: AccessToken) => void
}

export function AccessTokenList({ accessTokens, onRevoke }: Props) {
  if (accessTokens.length === 0) return <p>{m.no_access_tokens()}</p>
  return (
    <ul className={rows.list}>
      {accessTokens.map((accessToken) => (
        <Row
          key={accessToken.id}
          accessToken={accessToken}
          onRevoke={() => onRevoke(accessToken)}
        />
      ))}
    </ul>
  )
}

type RowProps = { readonly accessToken: AccessToken; readonly onRevoke: () => void }

function Row({ accessToken, onRevoke }: RowProps) {
  const nameId = useId()
  const { name, scope } = accessToken
  return (
    <li className={rows.row}>
      <div className={rows.facts}>
        <b id={nameId}>{name}</b>
        <span>{`${scopeText(scope)}. ${useReachText(accessToken)}`}</span>
        <LimitText accessToken={accessToken} />
        <span>{useTimesText(accessToken)}</span>
      </div>
      <Button look="danger" aria-describedby={nameId} onClick={onRevoke}>
        {m.revoke()}
      </Button>
    </li>
  )
}

/** A product that one may no longer park on has no name here, and the token opens nothing of it. */
function useReachText({ productId }: AccessToken): string {
  const product = useProducts().find(({ id }) => id === productId)
  if (productId === undefined) return m.token_of_all_products()
  return product === undefined ? m.token_of_former_product() : productText(product)
}

function LimitText({ accessToken: { dayLimit, spentToday } }: Pick<RowProps, 'accessToken'>) {
  const locale = useLocale()
  if (dayLimit === undefined || spentToday === undefined) return null
  const limit = formatBalance(dayLimit, locale)
  return <span>{m.token_day_limit({ limit, spent: formatBalance(spentToday, locale) })}</span>
}

function useTimesText({ expiresAt, lastUsedAt }: AccessToken): string {
  const locale = useLocale()
  const day = (instant: string) =>
    formatDate(dateOf(instant, Temporal.Now.timeZoneId()), { locale })
  const used =
    lastUsedAt === undefined ? m.token_unused() : m.token_used_on({ date: day(lastUsedAt) })
  if (expiresAt === undefined) return used
  const isOver = Temporal.Instant.compare(serverNow(), expiresAt) >= 0
  const end = { date: day(expiresAt) }
  return `${used} ${isOver ? m.token_expired_on(end) : m.token_holds_until(end)}`
}
