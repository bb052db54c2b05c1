/**
 * Which modules go into the few files of a first visit: one of what every page needs, one of what
 * everyone needs who is signed in, whatever their first page, and one of what signing in takes. On a
 * slow line every file costs more than its bytes (ADR 9).
 */
type Graph = {
  getModuleInfo(
    id: string,
  ): { readonly importers: readonly string[]; readonly code: string | null } | null
}

type Root = 'main' | 'signIn' | 'signedIn'

const roots: readonly (readonly [RegExp, Root])[] = [
  [/\/src\/main\.tsx$/, 'main'],
  [/\/pages\/sign-in\/SignInPage\.tsx$/, 'signIn'],
  [/\/frame\/SignedIn\.tsx$/, 'signedIn'],
]

/** Of what both doors take, that of every page: it is there already for who comes by the other. */
export function firstFileOf(id: string, graph: Graph): string | null {
  const found = rootsOf(id, graph)
  const [only] = found
  if (found.has('main') || found.size === 2) return 'main'
  return only ?? null
}

/** Those that can't be drawn without it. */
function rootsOf(id: string, graph: Graph, seen = new Set<string>()): Set<Root> {
  const root = roots.find(([file]) => file.test(id))?.[1]
  if (root) return new Set([root])
  if (seen.has(id)) return new Set()
  seen.add(id)
  return new Set(usersOf(id, graph).flatMap((user) => [...rootsOf(user, graph, seen)]))
}

/** Of a text, those who say it: every page imports all of them by one list. */
function usersOf(id: string, graph: Graph): readonly string[] {
  const importers = graph.getModuleInfo(id)?.importers ?? []
  const [, folder, text] = /^(.*\/paraglide\/messages)\/(\w+)\.js$/.exec(id) ?? []
  if (text === undefined || text === '_index') return importers
  const speakers = graph.getModuleInfo(`${folder}.js`)?.importers ?? []
  const said = new RegExp(`\\bm\\.${text}\\b`)
  return speakers.filter((speaker) => said.test(graph.getModuleInfo(speaker)?.code ?? ''))
}
