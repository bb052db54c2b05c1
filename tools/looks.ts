/** `npm run looks`: photographs the app, as `e2e/looks` says. Arguments go on to Playwright: `-g "settings"`. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { getChromium } from './chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const asked = process.argv.slice(2)
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '--config=e2e/looks/looks.config.ts', ...asked],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROME_PATH: getChromium().path } },
)
process.stdout.write('\nLook at looks/index.html.\n')
process.exitCode = status ?? 1
