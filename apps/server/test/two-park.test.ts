import { expect, test } from 'vitest'
import { openTown } from './open-town.ts'
import { programIn, slugOf } from './running-programs.ts'
import { speaking } from './two-park/speaker.ts'

const town = await openTown()
const set = programIn(town.db, 'two-park.ts')

test('a municipality is opened to clients of the 2Park protocol, and closed', async () => {
  const anna = await town.resident()
  const slug = await slugOf(town.db, anna.organisationId)
  const { ask } = await speaking(town.app, anna)
  const ids = async () => {
    const { data } = await ask('get_categories')
    return data.categories.flatMap(({ cty_products }) => cty_products.map(({ pdt_id }) => pdt_id))
  }
  expect(await ids()).toEqual([])
  const { stdout } = await set([slug, 'ABC'])
  expect(stdout).toBe(`${slug} is open as ABC to clients of the 2Park protocol.\n`)
  expect(await ids()).toEqual(['ABCBEZOEK_A$100001'])
  await set([slug, 'off'])
  expect(await ids()).toEqual([])
  const trail = await town.db
    .selectFrom('audit_entries')
    .select('action')
    .where('organisation_id', '=', anna.organisationId)
    .where('action', 'like', 'twoPark%')
    .orderBy('id')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(['twoParkOpened', 'twoParkClosed'])
})

test('no two municipalities have the same letters', async () => {
  const [one, other] = [await town.resident(), await town.resident()]
  await set([await slugOf(town.db, one.organisationId), 'XYZ'])
  await expect(set([await slugOf(town.db, other.organisationId), 'XYZ'])).rejects.toMatchObject({
    code: 1,
    stderr: 'Another municipality has these letters.\n',
  })
})

test.each([
  [[], 'npm run two-park'],
  [['waterdam'], 'npm run two-park'],
  [['waterdam', 'abc'], 'npm run two-park'],
  [['nowhere', 'ABC'], 'There is no municipality nowhere.'],
])('says what is wrong with %j', async (args, said) => {
  await expect(set(args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(said),
  })
})
