/**
 * Builds the worker into one file beside the app, and tells it which files the app is made of. A change
 * to any of them changes the worker, by which browsers know that there is a new version.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const entry = fileURLToPath(new URL('../worker/worker.ts', import.meta.url))
const publicFolder = new URL('../public/', import.meta.url)

export function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // When the page itself is there as well.
      order: 'post',
      async handler(_, bundle) {
        const own = readdirSync(publicFolder)
        const built = Object.keys(bundle).filter((file) => /\.(js|css|woff2)$/.test(file))
        const hash = createHash('sha256').update(built.toSorted().join())
        for (const file of own) hash.update(readFileSync(new URL(file, publicFolder)))
        const page = bundle['index.html']
        if (page?.type === 'asset') hash.update(page.source)
        const files = ['/', ...[...own, ...built].map((file) => `/${file}`)]
        const source = await bundleWorker(files, hash.digest('hex').slice(0, 16))
        this.emitFile({ type: 'asset', fileName: 'worker.js', source })
      },
    },
  }
}

async function bundleWorker(files: readonly string[], name: string): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { shellFiles: JSON.stringify(files), shellName: JSON.stringify(name) },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry, formats: ['es'], fileName: 'worker' },
    },
  })
  const [output] = [outputs].flat()
  if (!output || !('output' in output)) throw new Error('the worker was not built')
  return output.output[0].code
}
