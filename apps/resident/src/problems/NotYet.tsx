/** In the place of what is not there: it is being read, or why it cannot be. */
import { Skeleton } from '@2park/web/components/Skeleton'
import { ProblemNotice } from './ProblemNotice.tsx'

type Props = {
  readonly error: Error | null
  readonly refetch: () => unknown
  readonly blockSize: string
}

export function NotYet({ error, refetch, blockSize }: Props) {
  if (error === null) return <Skeleton blockSize={blockSize} />
  return <ProblemNotice error={error} onTryAgain={() => void refetch()} />
}
