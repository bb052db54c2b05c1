/**
 * One PostgreSQL for the whole run, the same as the product brings: without
 * `fsync`, for a power failure ends a test anyhow. Its `template` database is migrated once, and every
 * test file gets a clone of it. TEST_DATABASE_URL names a server to use instead; its databases whose
 * names begin with `test_` are ours.
 */
import { randomUUID } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { startTemporaryPostgres } from '#database/embedded-postgres.ts'
import { migrate } from '#database/migrate.ts'
import { administer, databaseOn } from './administer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where clones are made, and of what. */
    readonly postgres: { readonly server: string; readonly template: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const own = given ? undefined : await startTemporaryPostgres({ durable: false })
  const server = given ?? own?.urlOf('postgres') ?? ''
  // Two runs may share a server, so each has a template of its own.
  const template = `test_template_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${template}`)
  await migrate(databaseOn(server, template))
  project.provide('postgres', { server, template })
  return async () => {
    await (own ? own.stop() : administer(server, `drop database ${template} with (force)`))
  }
}
