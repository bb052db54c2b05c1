import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywright, readVitest } from './test-reports.ts'

let folder: string
let path: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-reports-'))
  path = join(folder, 'report.json')
})

afterAll(() => rmSync(folder, { recursive: true }))

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
// What a test file looks like whose ledger is wrong when its tests are over.
const broken = { status: 'failed', assertionResults: [{ status: 'passed' }] }

test.each`
  files                 | code | counted                     | because
  ${[passing]}          | ${0} | ${{ passed: 5, failed: 0 }} | ${'all is well'}
  ${[passing, failing]} | ${1} | ${{ passed: 5, failed: 1 }} | ${'a test failed'}
  ${[passing, broken]}  | ${1} | ${{ passed: 5, failed: 1 }} | ${'a file failed around its tests'}
  ${[passing]}          | ${1} | ${{ passed: 5, failed: 1 }} | ${'something failed between the tests'}
`('Vitest, when $because, counts as $counted', ({ files, code, counted }) => {
  const numFailedTests = files.includes(failing) ? 1 : 0
  writeFileSync(path, JSON.stringify({ numPassedTests: 5, numFailedTests, testResults: files }))
  expect(readVitest(path, code)).toEqual(counted)
})

test.each`
  stats                                       | code | counted                     | because
  ${{ expected: 3, unexpected: 0, flaky: 0 }} | ${0} | ${{ passed: 3, failed: 0 }} | ${'all is well'}
  ${{ expected: 2, unexpected: 1, flaky: 0 }} | ${1} | ${{ passed: 2, failed: 1 }} | ${'a journey failed'}
  ${{ expected: 2, unexpected: 0, flaky: 1 }} | ${0} | ${{ passed: 2, failed: 1 }} | ${'a journey needed luck'}
  ${{ expected: 0, unexpected: 0, flaky: 0 }} | ${1} | ${{ passed: 0, failed: 1 }} | ${'it could not begin'}
`('Playwright, when $because, counts as $counted', ({ stats, code, counted }) => {
  writeFileSync(path, JSON.stringify({ stats }))
  expect(readPlaywright(path, code)).toEqual(counted)
})

test('without a report there is nothing to count', () => {
  expect(readVitest(join(folder, 'none.json'), 0)).toBeUndefined()
  expect(readPlaywright(join(folder, 'none.json'), 0)).toBeUndefined()
})
