/** What is known of the server's state, and what happens when an answer is "you are not signed in". */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { type Problem, ProblemAnswer } from '@2park/web/api'
import type { LeavingReason } from './routing/place.ts'

const freshMs = 5000
const retries = 2

export function createQueryClient(
  onSignedOut: (why: LeavingReason | undefined) => void,
): QueryClient {
  const onError = (error: Error) => {
    const why = reasonOf(error)
    if (why !== undefined) onSignedOut(why === 'never' ? undefined : why)
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

/** The answers that say that nobody is signed in, with why they are so no longer. */
const reasons: Readonly<Partial<Record<Problem['code'], LeavingReason | 'never'>>> = {
  notSignedIn: 'never',
  signedOutIdle: 'idle',
  signInExpired: 'expired',
  signInStolen: 'stolen',
}

/** The network or the server may do better in a moment; a "no" stays a "no". */
function mayPass(error: Error): boolean {
  return !(error instanceof ProblemAnswer) || error.problem.status >= 500
}

export function isSignedOut(error: unknown): boolean {
  return reasonOf(error) !== undefined
}

function reasonOf(error: unknown): LeavingReason | 'never' | undefined {
  return error instanceof ProblemAnswer ? reasons[error.problem.code] : undefined
}
