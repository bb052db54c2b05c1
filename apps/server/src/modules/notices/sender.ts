/** In whose name a mail goes out, with its colours: the same as in the web app, which mail programs can't read. */
import { themeTokens, type BrandTokens } from '@2park/domain/branding'

export type Sender = {
  readonly name: string
  readonly tokens?: BrandTokens | null
  readonly helpdesk?: { readonly name: string; readonly phone: string }
  /** A PNG in base64. */
  readonly logo?: string | null
}

/** For what concerns an account and no municipality. */
export const ourselves: Sender = { name: '2Park' }

type Ground = { readonly ground: string; readonly text: string }

/** Of the band with the name, and of a button. */
export function coloursOf({ tokens }: Sender): { readonly band: Ground; readonly button: Ground } {
  const worn = tokens ?? themeTokens
  return {
    band: {
      ground: worn['basis-color-accent-1-bg-default'],
      text: worn['basis-color-accent-1-color-default'],
    },
    button: {
      ground: worn['basis-color-action-1-bg-default'],
      text: worn['basis-color-action-1-inverse-color'],
    },
  }
}
