/** What a municipality looks like, as it is kept: by the number of its latest change. */
import type { BrandTokens } from '@2park/domain/branding'
import type { Database, Tx } from '#database/database.ts'
import { addressOfLogo } from './logos.queries.ts'
import { asJson } from './organisations.queries.ts'

export type Branding = {
  readonly name: string
  readonly logo?: string
  readonly mailLogo?: string
  readonly tokens?: BrandTokens
  readonly version: number
}

const columns = ['name', 'logo', 'mail_logo', 'brand_tokens', 'branding_version'] as const

export async function getBranding(db: Database, organisationId: string): Promise<Branding> {
  const row = await db
    .selectFrom('organisations')
    .select(columns)
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return brandingOf(row)
}

type Row = {
  readonly name: string
  readonly logo: string | null
  readonly mail_logo: string | null
  readonly brand_tokens: BrandTokens | null
  readonly branding_version: number
}

function brandingOf(row: Row): Branding {
  return {
    name: row.name,
    ...(row.logo !== null && { logo: addressOfLogo(row.logo) }),
    ...(row.mail_logo !== null && { mailLogo: addressOfLogo(row.mail_logo) }),
    ...(row.brand_tokens !== null && { tokens: row.brand_tokens }),
    version: row.branding_version,
  }
}

type Change = {
  readonly organisationId: string
  /** The one that the change was made to. */
  readonly version: number
  readonly name: string
  /** Names of files. */
  readonly logo: string | undefined
  readonly mailLogo: string | undefined
  readonly tokens: BrandTokens | undefined
}

/** As it is from now on; undefined where it no longer was the version that this is a change of. */
export async function updateBranding(tx: Tx, change: Change): Promise<Branding | undefined> {
  const row = await tx
    .updateTable('organisations')
    .set({
      name: change.name,
      logo: change.logo ?? null,
      mail_logo: change.mailLogo ?? null,
      brand_tokens: change.tokens ? asJson(change.tokens) : null,
      branding_version: change.version + 1,
    })
    .where('id', '=', change.organisationId)
    .where('branding_version', '=', change.version)
    .returning(columns)
    .executeTakeFirst()
  return row && brandingOf(row)
}
