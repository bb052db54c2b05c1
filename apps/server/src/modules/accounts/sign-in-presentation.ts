import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { ListedSignIn } from './sign-ins.queries.ts'

export function presentSignIn(
  { id, isRemembered, createdAt, seenAt, browser, system }: ListedSignIn,
  currentId: string | undefined,
): Output<Api['GET /sign-ins']>['signIns'][number] {
  return {
    id,
    isCurrent: id === currentId,
    isRemembered,
    ...(browser !== null && { browser }),
    ...(system !== null && { system }),
    signedInAt: createdAt.toString(),
    seenAt: seenAt.toString(),
  }
}
