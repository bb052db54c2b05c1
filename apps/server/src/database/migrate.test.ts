import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { administer, databaseOn } from '../../test/administer.ts'
import { migrate } from './migrate.ts'

const { server } = inject('postgres')
let name: string
let folder: string
let files: URL

beforeEach(async () => {
  name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  folder = mkdtempSync(`${tmpdir()}/migrations-`)
  files = pathToFileURL(`${folder}/`)
  writeFileSync(new URL('0001_town.sql', files), 'create table towns (id integer)')
  writeFileSync(new URL('0002_first.sql', files), 'insert into towns values (1)')
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await administer(server, `drop database ${name} with (force)`)
})

test('Every migration is applied once, in order, however many processes start at once', async () => {
  const url = databaseOn(server, name)
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, files)))
  expect(applied.flat()).toEqual(['0001_town.sql', '0002_first.sql'])
  writeFileSync(new URL('0003_second.sql', files), 'insert into towns values (2)')
  expect(await migrate(url, files)).toEqual(['0003_second.sql'])
  expect(await towns()).toEqual([{ id: 1 }, { id: 2 }])
})

test('A migration that fails leaves nothing of itself', async () => {
  const url = databaseOn(server, name)
  writeFileSync(new URL('0002_first.sql', files), 'insert into towns values (1); select 1 / 0')
  await expect(migrate(url, files)).rejects.toThrow('0002_first.sql: division by zero')
  expect(await towns()).toEqual([])
})

test('A migration that was changed after it was applied is an error', async () => {
  const url = databaseOn(server, name)
  await migrate(url, files)
  writeFileSync(new URL('0002_first.sql', files), 'insert into towns values (3)')
  await expect(migrate(url, files)).rejects.toThrow('0002_first.sql was changed')
})

async function towns(): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseOn(server, name) })
  await client.connect()
  try {
    return (await client.query('select id from towns order by id')).rows
  } finally {
    await client.end()
  }
}
