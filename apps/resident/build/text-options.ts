/** How the texts are compiled: the same for the build, the dev server and `npm run texts`. */
import { fileURLToPath } from 'node:url'

export const textOptions = {
  project: fileURLToPath(new URL('../project.inlang', import.meta.url)),
  outdir: fileURLToPath(new URL('../src/paraglide', import.meta.url)),
  // The app says which language it is in: see src/locale.ts.
  strategy: ['globalVariable' as const, 'baseLocale' as const],
  emitTsDeclarations: false,
  emitReadme: false,
}
