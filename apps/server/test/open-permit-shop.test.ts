import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { databaseOn } from './administer.ts'
import { arrangeShop } from './arrange.ts'
import { shopClientOf } from './http-client.ts'
import { openTown } from './open-town.ts'

const town = await openTown()
const program = fileURLToPath(new URL('../src/open-permit-shop.ts', import.meta.url))
const run = promisify(execFile)

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
  const { slug } = await town.db
    .selectFrom('organisations')
    .select('slug')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return slug
}

async function open(args: readonly string[]) {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(town.db)
  const url = databaseOn(inject('postgres').server, rows[0]?.name ?? '')
  return run(process.execPath, [program, ...args], { env: { DATABASE_URL: url } })
}
