import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './compressed.ts'
import { preloadedFonts } from './preloaded-fonts.ts'
import { textOptions } from './text-options.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), paraglideVitePlugin(textOptions), preloadedFonts(), compressed()],
  build: {
    // Which chunk needs which: the size check reads it.
    manifest: true,
    // Inlined assets are `data:` addresses, which the Content-Security-Policy would have to allow.
    assetsInlineLimit: 0,
    target: 'es2023',
    // Fetching ahead is done by link elements in the page; no script of ours is inline.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
