/** The arms or logos of municipalities. */
import { createHash } from 'node:crypto'
import type { Database } from '#database/database.ts'

export type Logo = { readonly form: 'svg' | 'png'; readonly content: Buffer }

export async function saveLogo(
  db: Database,
  organisationId: string,
  { form, content }: Logo,
): Promise<void> {
  const name = `${createHash('sha256').update(content).digest('hex')}.${form}`
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('logos')
      .values({ name, content })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    await tx
      .updateTable('organisations')
      .set({ logo: name })
      .where('id', '=', organisationId)
      .execute()
  })
}

export async function findLogo(db: Database, name: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('logos')
    .select('content')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.content
}
