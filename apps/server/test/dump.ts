/**
 * Everything that a database holds, as text: each row of each table of each schema that is not
 * PostgreSQL's own, and the bytes among it once more as the text that they may be.
 */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export async function dump(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name
      from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')
  `.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select row::text as text from ${sql.raw(name)} as row
    `.execute(db)
    texts.push(`-- ${name}`, ...rows.map(({ text }) => text + bytesIn(text)))
  }
  return texts.join('\n')
}

function bytesIn(text: string): string {
  const bytes = [...text.matchAll(/\\x((?:[\da-f]{2})+)/g)]
  return bytes.map(([, hex = '']) => ` ${Buffer.from(hex, 'hex').toString('latin1')}`).join('')
}

/** The tables of ours that have this somewhere, in the whole database. */
export async function tablesWith(db: Database, text: string): Promise<string[]> {
  const tables = (await dump(db)).split('-- ').filter((table) => table.includes(text))
  return tables.map((table) => table.split('\n')[0]?.replace('public.', '') ?? '').toSorted()
}
