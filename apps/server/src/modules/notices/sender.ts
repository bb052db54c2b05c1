/** In whose name a mail goes out, with the colours of its brand: the same as in the web app. */
export type Sender = {
  readonly name: string
  readonly brand: string
  readonly helpdesk?: { readonly name: string; readonly phone: string }
  /** A PNG in base64. */
  readonly logo?: string | null
}

/** For what concerns an account and no municipality. */
export const ourselves: Sender = { name: '2Park', brand: '2park' }

type Colours = { readonly band: string; readonly button: string }

/** As in `apps/resident/src/brands.css` and the theme's tokens, which mail programs can't read. */
const brandColours: Readonly<Record<string, Colours>> = {
  heuvelrade: { band: '#741236', button: '#9c1d4b' },
  zilverdijk: { band: '#17494d', button: '#0f6a70' },
}

const themeColours: Colours = { band: '#12507f', button: '#0b5cad' }

export function coloursOf({ brand }: Sender): Colours {
  return brandColours[brand] ?? themeColours
}
