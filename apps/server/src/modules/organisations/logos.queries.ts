/** The arms or logos of municipalities. */
import { createHash } from 'node:crypto'
import type { Database, Tx } from '#database/database.ts'

export type Logo = { readonly form: 'svg' | 'png'; readonly content: Buffer }

export async function saveLogo(
  db: Database,
  organisationId: string,
  { form, content }: Logo,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const logo = await insertLogo(tx, { form, content })
    await tx.updateTable('organisations').set({ logo }).where('id', '=', organisationId).execute()
  })
}

/** The one for mails: a PNG of 84 by 96, because few mail programs show a drawing. */
export async function saveMailLogo(
  db: Database,
  organisationId: string,
  content: Buffer,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const logo = await insertLogo(tx, { form: 'png', content })
    await tx
      .updateTable('organisations')
      .set({ mail_logo: logo })
      .where('id', '=', organisationId)
      .execute()
  })
}

const folder = '/logos/'

/** Where a file is, on this server; `nameOfLogo` is the way back. */
export function addressOfLogo(name: string): string {
  return `${folder}${name}`
}

export function nameOfLogo(address: string): string {
  return address.slice(folder.length)
}

/** The name of its file, which is there once, whoever has it. */
export async function insertLogo(tx: Tx, { form, content }: Logo): Promise<string> {
  const name = `${createHash('sha256').update(content).digest('hex')}.${form}`
  await tx
    .insertInto('logos')
    .values({ name, content })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return name
}

export async function findLogo(db: Database, name: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('logos')
    .select('content')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.content
}
