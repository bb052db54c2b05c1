/** Changing what a municipality looks like: its name, its logos and its colours at once. */
import type { BrandingInput } from '@2park/contract/branding'
import { completeTokens } from '@2park/domain/branding'
import type { z } from 'zod/mini'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import type { Tx } from '#database/database.ts'
import { Refused } from '#refused.ts'
import type { Shop, World } from '#world.ts'
import { wrongColours, wrongPictures } from './branding-faults.ts'
import { type Branding, getBranding, updateBranding } from './branding.queries.ts'
import { insertLogo, nameOfLogo } from './logos.queries.ts'
import { type Picture, readLogo, readMailLogo } from './pictures.ts'

export type SaveBranding = {
  readonly wish: z.output<typeof BrandingInput>
  /** Which one the caller had before them. */
  readonly version: number
  readonly keep: Keep | undefined
}

export async function saveBranding(
  world: World,
  shop: Shop,
  { wish, version, keep }: SaveBranding,
): Promise<Branding> {
  const { organisationId } = shop
  const present = await getBranding(world.db, organisationId)
  if (present.version !== version) throw new Refused('changedMeanwhile')
  const logo = readLogo(wish.logo, present.logo)
  const mailLogo = readMailLogo(wish.mailLogo, present.mailLogo)
  const errors = [...wrongPictures({ logo, mailLogo }), ...wrongColours(wish.tokens)]
  if (errors.length > 0) throw new Refused('invalid', { errors })
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const saved = await updateBranding(tx, {
      organisationId,
      version,
      name: wish.name,
      logo: await keepPicture(tx, logo, present.logo),
      mailLogo: await keepPicture(tx, mailLogo, present.mailLogo),
      tokens: wish.tokens && completeTokens(wish.tokens),
    })
    if (!saved) throw new Refused('changedMeanwhile')
    await recordChange(tx, { ...shop, action: 'brandingChanged', subjectId: organisationId, at })
    await keepAnswer(tx, keep, saved)
    return saved
  })
}

/** The name of the file, new or the one that there was. */
async function keepPicture(
  tx: Tx,
  picture: Picture,
  present: string | undefined,
): Promise<string | undefined> {
  if (picture.outcome === 'new') return insertLogo(tx, picture.logo)
  return picture.outcome === 'kept' && present !== undefined ? nameOfLogo(present) : undefined
}
