/**
 * Draws the app's icons from its own mark, `npm run icons`: PNG for those that take nothing else. They
 * are committed, so that a build needs no browser.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getChromium } from './chromium.ts'
import { root } from './repository.ts'

const folder = join(root, 'apps/resident/public')

/** A maskable one is cut to any shape, so its ground goes to the edge and the mark stays in the middle. */
const icons = [
  { file: 'icon-192.png', pixels: 192, isFull: false },
  { file: 'icon-512.png', pixels: 512, isFull: false },
  { file: 'icon-maskable-512.png', pixels: 512, isFull: true },
  // Apple rounds the corners itself.
  { file: 'apple-touch-icon.png', pixels: 180, isFull: true },
]

const mark = readFileSync(join(folder, 'favicon.svg'), 'utf8')
const { path } = getChromium()
const work = mkdtempSync(join(tmpdir(), 'icons-'))
for (const { file, pixels, isFull } of icons) {
  const drawn = isFull
    ? `<body style="margin:0;background:#12507f;display:grid;place-items:center">${sized(pixels * 0.72)}`
    : `<body style="margin:0">${sized(pixels)}`
  const page = join(work, 'icon.html')
  writeFileSync(
    page,
    `<!doctype html>${drawn.replace('<body style="', '<body style="height:100vh;')}`,
  )
  const { status } = spawnSync(path, [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
    '--default-background-color=00000000',
    `--window-size=${pixels},${pixels}`,
    `--screenshot=${join(folder, file)}`,
    `file://${page}`,
  ])
  if (status !== 0) throw new Error(`Chromium drew no ${file}`)
}
rmSync(work, { recursive: true })

function sized(pixels: number): string {
  return mark.replace('<svg ', `<svg style="display:block" width="${pixels}" height="${pixels}" `)
}
