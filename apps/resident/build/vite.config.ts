import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './compressed.ts'
import { firstFileOf } from './first-files.ts'
import { preloaded } from './preloaded.ts'
import { textOptions } from './text-options.ts'
import { worker } from './worker.ts'

/** What forms and single pages bring: large, and needed only once one of those is opened. */
const ofForms = /node_modules\/(react-hook-form|@hookform|zod|lean-qr|temporal-polyfill)\//

const isNotOfForms = (id: string) => !ofForms.test(id)

/** A module that so many pages use is as good as always needed; Lighthouse says which number is best. */
const manyPages = 4

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), paraglideVitePlugin(textOptions), preloaded(), worker(), compressed()],
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
            { name: firstFileOf, test: isNotOfForms },
            { name: 'later', minShareCount: manyPages, test: isNotOfForms },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
