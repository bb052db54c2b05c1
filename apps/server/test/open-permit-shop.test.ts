import { describe, expect, test } from 'vitest'
import { arrangeShop } from './arrange.ts'
import { shopClientOf } from './http-client.ts'
import { openTown } from './open-town.ts'
import { programIn, slugOf } from './running-programs.ts'

const town = await openTown()
const open = programIn(town.db, 'open-permit-shop.ts')

describe('letting a permit shop in', () => {
  test('shows a token that it calls with, and the secret of its webhook', async () => {
    const slug = await aTown()
    const webhook = 'https://loket.example/2park'
    const { stdout } = await open([slug, '--name', 'Balie', '--webhook', webhook])
    const { token, secret } = /^token +(?<token>\S+)\nwebhook secret +(?<secret>whsec_\S+)\n$/.exec(
      stdout,
    )?.groups ?? { token: '', secret: '' }
    expect(secret).not.toBe('')
    const { body } = await shopClientOf(town.app, token ?? '')('GET /permit-shop')
    expect(body).toMatchObject({ name: 'Balie', webhook: { address: webhook, waiting: 0 } })
  })

  test('calls it what the municipality does, unless told', async () => {
    const { stdout } = await open([await aTown()])
    const token = /^token +(\S+)\n$/.exec(stdout)?.[1] ?? ''
    const { body } = await shopClientOf(town.app, token)('GET /permit-shop')
    expect(body.name).toBe('E-Loket')
    expect(body.webhook).toBeUndefined()
  })

  test.each([
    [[], 'npm run permit-shop'],
    [['nowhere'], 'There is no municipality nowhere.'],
    [['waterdam', '--webhook', 'http://loket.example'], 'begins with https://'],
    [['waterdam', '--colour', 'red'], 'npm run permit-shop'],
  ])('says what is wrong with %j', async (args, said) => {
    await expect(open(args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(said),
    })
  })
})

async function aTown(): Promise<string> {
  const { organisationId } = await arrangeShop(town.db)
  return slugOf(town.db, organisationId)
}
