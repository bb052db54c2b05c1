/** Where municipalities say how accessible they are. */
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type Accessibility = { readonly statement?: string; readonly email?: string }

type Served = {
  readonly id: string
  readonly name: string
  readonly helpdesk: { readonly name: string; readonly phone: string }
  readonly accessibility: Accessibility
}

type Columns = { readonly statement: string | null; readonly email: string | null }
type ServedColumns = Columns & {
  readonly id: string
  readonly name: string
  readonly helpdeskName: string
  readonly helpdeskPhone: string
}

/** The country has fewer municipalities. */
const servedOrganisations = statement<ServedColumns>(
  'served organisations',
  `select id, name, helpdesk_name as "helpdeskName", helpdesk_phone as "helpdeskPhone",
          accessibility_statement as statement, accessibility_email as email
     from organisations
    order by lower(name), id
    limit 1000`,
)

export async function listServed(db: Database): Promise<Served[]> {
  const rows = await run(db, servedOrganisations())
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    helpdesk: { name: row.helpdeskName, phone: row.helpdeskPhone },
    accessibility: toAccessibility(row),
  }))
}

export async function getAccessibility(
  db: Database,
  organisationId: string,
): Promise<Accessibility> {
  const row = await db
    .selectFrom('organisations')
    .select(['accessibility_statement as statement', 'accessibility_email as email'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return toAccessibility(row)
}

export async function updateAccessibility(
  tx: Tx,
  organisationId: string,
  { statement: address, email }: Accessibility,
): Promise<void> {
  await tx
    .updateTable('organisations')
    .set({ accessibility_statement: address ?? null, accessibility_email: email ?? null })
    .where('id', '=', organisationId)
    .execute()
}

function toAccessibility({ statement: address, email }: Columns): Accessibility {
  return { ...(address !== null && { statement: address }), ...(email !== null && { email }) }
}
