/** Says how much may be asked yet, for programs that want to slow down in time (draft-ietf-httpapi-ratelimit-headers). */
export type Allowance = {
  readonly quota: number
  readonly windowSeconds: number
  readonly left: number
  /** Until there is the whole quota again. */
  readonly resetSeconds: number
}

export function rateLimitHeaders({ quota, windowSeconds, left, resetSeconds }: Allowance) {
  return {
    'ratelimit-policy': `"default";q=${quota};w=${windowSeconds}`,
    ratelimit: `"default";r=${left};t=${resetSeconds}`,
  }
}
