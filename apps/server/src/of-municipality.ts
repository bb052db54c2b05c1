/** What an operator's program begins with: the database that is running, and the municipality it is about. */
import { CannotStart } from '#cannot-start.ts'
import { readConfig } from '#config.ts'
import { closeDatabase, openDatabase, type Database } from '#database/database.ts'
import { findOrganisationBySlug } from '#modules/organisations/index.ts'

type Town = NonNullable<Awaited<ReturnType<typeof findOrganisationBySlug>>>

export async function onMunicipality(
  slug: string,
  work: (db: Database, town: Town) => Promise<void>,
): Promise<void> {
  const { databaseUrl } = readConfig(process.env)
  if (databaseUrl === undefined) {
    throw new CannotStart('Say in DATABASE_URL where the database is; npm start prints its own.')
  }
  const db = openDatabase(databaseUrl, { max: 1 })
  try {
    const town = await findOrganisationBySlug(db, slug)
    if (!town) throw new CannotStart(`There is no municipality ${slug}.`)
    await work(db, town)
  } finally {
    await closeDatabase(db)
  }
}
