/** How many tests passed and failed, from the reports of those who ran them. */
import { existsSync, readFileSync } from 'node:fs'

export type Count = { readonly passed: number; readonly failed: number }

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
}

/** Undefined without a report. A file that fails around its tests counts as one that failed. */
export function readVitest(path: string, code: number | null): Count | undefined {
  const report = read(path) as VitestReport | undefined
  if (!report) return undefined
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  return atLeastOneFailure(
    { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length },
    code,
  )
}

/** Undefined without a report. A test that passed at the second try only has failed. */
export function readPlaywright(path: string, code: number | null): Count | undefined {
  const report = read(path) as PlaywrightReport | undefined
  if (!report) return undefined
  const { stats } = report
  return atLeastOneFailure({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code)
}

/** Whoever ends with an error has failed, also where its tests have not: an error in between. */
function atLeastOneFailure({ passed, failed }: Count, code: number | null): Count {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

/** Written a moment ago by a tool whose version is pinned: its shape is known. */
function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
