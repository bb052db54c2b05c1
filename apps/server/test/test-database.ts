/**
 * A real PostgreSQL database for each test file, cloned in milliseconds from a migrated template.
 *
 * Files run side by side and never see each other; within a file, each test makes what it needs.
 * When a file is done, its ledger must be right, whatever its tests were about: no cent is made or
 * lost by any of them.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, inject } from 'vitest'
import { closeDatabase, openDatabase, type Database } from '#database/database.ts'
import { administer, databaseOn } from './administer.ts'
import { listLedgerErrors } from './ledger-errors.ts'

export async function testDatabase(): Promise<Database> {
  const { server, template } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${template}`)
  const db = openDatabase(databaseOn(server, name))
  afterAll(async () => {
    const errors = await listLedgerErrors(db)
    await closeDatabase(db)
    await administer(server, `drop database ${name} with (force)`)
    expect(errors).toEqual([])
  })
  return db
}
