/**
 * How much JavaScript a first visit fetches, gzipped: everything that the page's own chunk needs
 * before it can be drawn. Sheets and forms that load when they are opened do not count.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { firstLoads, type Manifest } from './first-load.ts'

const limitKilobytes = 110
const dist = new URL('../dist/', import.meta.url)

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Manifest
const kilobytesOf = (file: string) =>
  gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000

let isTooLarge = false
for (const { page, files } of firstLoads(manifest)) {
  const kilobytes = files.reduce((sum, file) => sum + kilobytesOf(file), 0)
  isTooLarge ||= kilobytes > limitKilobytes
  process.stdout.write(
    `first load ${page}: ${kilobytes.toFixed(1)} kB of JavaScript, gzip (limit ${limitKilobytes})\n`,
  )
}
if (isTooLarge) process.exitCode = 1
