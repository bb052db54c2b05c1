/** Which files a page needs before it can be drawn, as the build's manifest tells it. */

type Chunk = { readonly file: string; readonly imports?: readonly string[] }
export type Manifest = Readonly<Record<string, Chunk>>

/** Preloaded on every page, so that it is there for who signs in. */
const ahead = 'src/frame/SignedIn.tsx'

/** The page's own chunk, which is fetched before it is drawn, and what is fetched beside it. */
const pages = {
  'sign-in page': ['src/pages/sign-in/SignInPage.tsx', ahead],
  'sessions page': [ahead],
} as const

/** Set the language and the contrast before the first paint; not part of the bundle. */
const beforeFirstPaint = 'first-paint.js'

export function firstLoads(manifest: Manifest) {
  return Object.entries(pages).map(([page, chunks]) => ({
    page,
    files: [beforeFirstPaint, ...filesOf(manifest, ['index.html', ...chunks])],
  }))
}

function filesOf(manifest: Manifest, names: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build has no chunk for ${name}`)
    if (seen.has(name)) return
    seen.add(name)
    chunk.imports?.forEach(visit)
  }
  names.forEach(visit)
  return [...seen].flatMap((name) => manifest[name]?.file ?? [])
}
