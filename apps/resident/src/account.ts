/** Who is signed in. The frame has always fetched it before a page is drawn. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type OutputOf } from '@2park/web/api'
import type { Locale } from '@2park/web/format'
import { read, readAgain } from '@2park/web/read'

type Account = OutputOf<'GET /account'>

export const accountRead = read('GET /account', {})

export function useAccount(): Account | undefined {
  return useQuery(accountRead).data
}

/** Whether messages stay for longer, for this person on every device. */
export function useLongerMessages() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (isLonger: boolean) => call('PUT /account/messages', { body: { isLonger } }),
    onSuccess: (_, isLonger) => {
      client.setQueryData(
        accountRead.queryKey,
        (account) => account && { ...account, longerMessages: isLonger },
      )
    },
  })
}

/** Keeps the language that one chooses with the account, for the mails. */
export function useKeptLanguage(): (language: Locale) => void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (language: Locale) => call('PUT /account/language', { body: { language } }),
    onSuccess: () => readAgain(client, 'GET /account'),
  })
  return mutate
}
