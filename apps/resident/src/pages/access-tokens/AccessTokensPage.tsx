/**
 * Personal access tokens, and secret addresses of a calendar. The sheets are no part of the address:
 * one of them shows a secret once, and there is nothing to come back to.
 */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { Skeleton } from '@2park/web/components/Skeleton'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { ownAccount } from '#drafts.ts'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { AccessTokenList } from './AccessTokenList.tsx'
import { accessTokensRead, type AccessToken, tokenDrafts } from './access-tokens.ts'
import styles from './AccessTokensPage.module.css'

const NewAccessTokenSheet = lazy(async () => ({
  default: (await import('./NewAccessTokenSheet.tsx')).NewAccessTokenSheet,
}))
const RevokeAccessTokenSheet = lazy(async () => ({
  default: (await import('./RevokeAccessTokenSheet.tsx')).RevokeAccessTokenSheet,
}))

type OpenSheet =
  | { readonly what: 'new' }
  | { readonly what: 'revoke'; readonly accessToken: AccessToken }

export function AccessTokensPage() {
  useLocale()
  const { data, error, refetch } = useQuery(accessTokensRead)
  // Open at once for who was signed out while filling it in.
  const [sheet, setSheet] = useState<OpenSheet | undefined>(() =>
    tokenDrafts.of(ownAccount) ? { what: 'new' } : undefined,
  )
  const close = () => setSheet(undefined)
  return (
    <>
      <PageTitle>{m.access_tokens()}</PageTitle>
      <div className={styles.page}>
        <p>{m.access_tokens_lead()}</p>
        <ProblemNotice error={error} onTryAgain={() => void refetch()} />
        {!data && !error && <Skeleton blockSize="4.5rem" />}
        {data && (
          <AccessTokenList
            accessTokens={data.accessTokens}
            onRevoke={(accessToken) => setSheet({ what: 'revoke', accessToken })}
          />
        )}
        <Button look="primary" onClick={() => setSheet({ what: 'new' })}>
          {m.new_access_token()}
        </Button>
      </div>
      <Suspense fallback={<SheetSkeleton onClose={close} />}>
        {sheet?.what === 'new' && <NewAccessTokenSheet onClose={close} />}
        {sheet?.what === 'revoke' && (
          <RevokeAccessTokenSheet accessToken={sheet.accessToken} onClose={close} />
        )}
      </Suspense>
    </>
  )
}
