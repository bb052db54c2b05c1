/** What a session would cost with another end. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@2park/web/api'

export function useExtensionQuote(parkingSessionId: string, end: string | undefined) {
  return useQuery({
    queryKey: ['POST /parking-sessions/{parkingSessionId}/quotes', parkingSessionId, end],
    queryFn: ({ signal }) =>
      call(
        'POST /parking-sessions/{parkingSessionId}/quotes',
        { params: { parkingSessionId }, body: { ...(end !== undefined && { end }) } },
        { signal },
      ),
    enabled: end !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
}
