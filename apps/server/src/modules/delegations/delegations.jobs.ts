/**
 * A delegation that ended is shown for thirteen weeks. Then its address goes from the database too; the
 * rest stays, because its ledger account and its parking sessions point at it, and tells of nobody.
 */
import type { Job } from '#jobs/jobs.ts'
import { forgetAddressesOfEnded, shownFor } from './delegations.queries.ts'

const atATime = 500
const turns = 2000

export const delegationJobs: readonly Job[] = [
  {
    name: 'forget-delegates',
    cron: '45 2 * * *',
    run: async ({ db, now }) => {
      const due = { endedBy: now().subtract(shownFor), limit: atATime }
      for (let turn = 0; turn < turns; turn++) {
        const forgotten = await forgetAddressesOfEnded(db, due)
        if (forgotten < atATime) return
      }
    },
  },
]
