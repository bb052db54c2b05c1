import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './compressed.ts'
import { preloadedFonts } from './preloaded-fonts.ts'
import { textOptions } from './text-options.ts'
import { worker } from './worker.ts'

/** What forms and single pages bring: large, and needed only once one of those is opened. */
const ofForms = /node_modules\/(react-hook-form|@hookform|zod|lean-qr|temporal-polyfill)\//

/** A module that so many pages use is as good as always needed; Lighthouse says which number is best. */
const manyPages = 4

/** What everyone fetches who is signed in, whatever their first page. */
const firstPages = /\/src\/(main|frame\/SignedIn)\.tsx$/

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null }

/** Whether these can't be drawn without it. */
function isNeededFirst(id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (firstPages.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  const importers = graph.getModuleInfo(id)?.importers ?? []
  return importers.some((importer) => isNeededFirst(importer, graph, seen))
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), paraglideVitePlugin(textOptions), preloadedFonts(), worker(), compressed()],
  build: {
    // Which chunk needs which: the size check reads it.
    manifest: true,
    // Inlined assets are `data:` addresses, which the Content-Security-Policy would have to allow.
    assetsInlineLimit: 0,
    target: 'es2023',
    // Fetching ahead is done by link elements in the page; no script of ours is inline.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file instead of dozens of a hundred bytes, each of which is a request and packs badly.
          groups: [
            {
              name: (id, graph) => (isNeededFirst(id, graph) ? 'common' : 'later'),
              minShareCount: manyPages,
              test: (id) => !ofForms.test(id),
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
