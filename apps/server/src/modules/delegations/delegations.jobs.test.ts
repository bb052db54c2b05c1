import { expect, test } from 'vitest'
import { delegateOf, invite, listDelegations, revoke, someone } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { delegationJobs } from './delegations.jobs.ts'

const town = await openTown()

test('the address of a delegation that ended is forgotten after thirteen weeks, to the second', async () => {
  const anna = await town.resident({ delegations: 'plateOptional' })
  const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 5_00 })
  const lasting = someone()
  await invite(anna, { email: lasting })
  await revoke(anna, delegationId)

  town.now = mondayAtTen.add({ hours: 13 * 7 * 24 }).subtract({ seconds: 1 })
  await runJob()
  expect(await addressesOf(anna)).toEqual([delegate.email, lasting])
  town.now = town.now.add({ seconds: 1 })
  await runJob()
  expect(await addressesOf(anna)).toEqual(['closed.account@invalid', lasting])

  const again = await town.signIn(anna)
  expect(await listDelegations(again)).toMatchObject([{ email: lasting }])
  const { body } = await again.call('GET /account/held-data')
  expect(body.delegationsGiven.map(({ state, email }) => [state, email])).toEqual([
    ['revoked', undefined],
    ['pending', lasting],
  ])
})

async function runJob() {
  for (const { run } of delegationJobs) await run({ db: town.db, now: () => town.now })
}

async function addressesOf({ productId }: Resident): Promise<string[]> {
  const rows = await town.db
    .selectFrom('delegations')
    .select('email')
    .where('product_id', '=', productId)
    .orderBy('id')
    .execute()
  return rows.map(({ email }) => email)
}
