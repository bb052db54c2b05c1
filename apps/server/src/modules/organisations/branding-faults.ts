/**
 * What can't be taken of a branding, all of it at once: a file that is no picture, and every two colours that
 * are too much alike to be told apart.
 */
import { GivenTokens } from '@2park/contract/branding'
import { contrastFigures } from '@2park/domain/branding'
import { ratioRoundedDown } from '@2park/domain/contrast'
import { z } from 'zod/mini'
import type { Database } from '#database/database.ts'
import type { WrongField } from '#refused.ts'
import type { Shop } from '#world.ts'
import { getBranding } from './branding.queries.ts'
import { type Picture, readLogo, readMailLogo } from './pictures.ts'

const WithLogo = z.object({ logo: z.string() })
const WithMailLogo = z.object({ mailLogo: z.string() })
const WithTokens = z.object({ tokens: GivenTokens })

/** Of a body that is wrong in other ways too. */
export async function findAlsoWrong(
  db: Database,
  { organisationId }: Shop,
  body: unknown,
): Promise<readonly WrongField[]> {
  const present = await getBranding(db, organisationId)
  const logo = readLogo(WithLogo.safeParse(body).data?.logo, present.logo)
  const mailLogo = readMailLogo(WithMailLogo.safeParse(body).data?.mailLogo, present.mailLogo)
  const tokens = WithTokens.safeParse(body).data?.tokens
  return [...wrongPictures({ logo, mailLogo }), ...wrongColours(tokens)]
}

export function wrongPictures(
  pictures: Readonly<Record<'logo' | 'mailLogo', Picture>>,
): WrongField[] {
  return Object.entries(pictures).flatMap(([field, picture]) =>
    picture.outcome === 'refused'
      ? [{ in: 'body', pointer: `/${field}`, code: picture.code } as const]
      : [],
  )
}

export function wrongColours(tokens: z.output<typeof GivenTokens> | undefined): WrongField[] {
  const figures = tokens ? contrastFigures(tokens) : []
  return figures
    .filter(({ isEnough }) => !isEnough)
    .map(({ token, against, ratio, needed, suggestion }) => ({
      in: 'body',
      pointer: `/tokens/${token}`,
      code: 'contrast',
      contrast: { against, ratio: ratioRoundedDown(ratio), needed, suggestion },
    }))
}
