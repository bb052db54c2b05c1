/** What is known of the server's state, and what happens when an answer is "you are not signed in". */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemAnswer } from '@2park/web/api'

const freshMs = 5000
const retries = 2

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        // A lost network is said at once and tried again by us, not waited out in silence.
        networkMode: 'always',
        retry: (count, error) => mayPass(error) && count < retries,
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

const signedOutCodes: ReadonlySet<ProblemAnswer['problem']['code']> = new Set([
  'notSignedIn',
  'signedOutIdle',
  'signInExpired',
  'signInStolen',
])

/** The network or the server may do better in a moment; a "no" stays a "no". */
function mayPass(error: Error): boolean {
  return !(error instanceof ProblemAnswer) || error.problem.status >= 500
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemAnswer && signedOutCodes.has(error.problem.code)
}
