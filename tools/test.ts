/**
 * Runs every test there is, the journeys in a browser included, and ends with one line that a machine
 * can read: `N passed, N failed`. What kept tests from running at all counts as a failure.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getChromium } from './chromium.ts'
import { readPlaywright, readVitest, type Count } from './test-reports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'test-results')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const counts = [await build(), await runVitest(), await runPlaywright()]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)

async function build(): Promise<Count> {
  const built = await run('npm', ['run', 'build', '--silent'])
  if (built !== 0) return unable('The web app could not be built.')
  const sized = await run('npm', ['run', 'size', '--silent', '--workspace', 'apps/resident'])
  if (sized !== 0) return unable('The web app is larger than it may be.')
  return { passed: 0, failed: 0 }
}

async function runVitest(): Promise<Count> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  const code = await run('vitest', ['run', ...reporters])
  return readVitest(vitestReport, code) ?? unable('Vitest did not run to its end.')
}

async function runPlaywright(): Promise<Count> {
  try {
    const { path, origin } = getChromium()
    process.stdout.write(`\nThe journeys use ${path} (${origin}).\n`)
    const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json']
    const code = await run('playwright', args, {
      CHROME_PATH: path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    })
    return readPlaywright(playwrightReport, code) ?? unable('Playwright did not run to its end.')
  } catch (error) {
    return unable((error as Error).message) // What `getChromium` throws.
  }
}

function run(program: string, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...environment, PATH: path },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

function unable(why: string): Count {
  process.stdout.write(`\n${why}\n`)
  return { passed: 0, failed: 1 }
}
