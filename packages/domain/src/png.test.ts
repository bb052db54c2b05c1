import { expect, test } from 'vitest'
import { findPngSize } from './png.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const chunk = (name: string, held: readonly number[] = []) => [
  0,
  0,
  0,
  held.length,
  ...Array.from(name, (letter) => letter.charCodeAt(0)),
  ...held,
  0,
  0,
  0,
  0,
]
const header = (width: number, height: number) =>
  chunk('IHDR', [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 6, 0, 0, 0])
const picture = [...signature, ...header(84, 96), ...chunk('IDAT', [1, 2, 3]), ...chunk('IEND')]

test.each`
  bytes                                                                      | size                         | because
  ${picture}                                                                 | ${{ width: 84, height: 96 }} | ${'it says so'}
  ${[...signature, ...header(300, 1), ...chunk('IDAT'), ...chunk('IEND')]}   | ${{ width: 300, height: 1 }} | ${'a side has more than one byte'}
  ${[]}                                                                      | ${undefined}                 | ${'there is nothing'}
  ${picture.slice(1)}                                                        | ${undefined}                 | ${'it does not begin as one'}
  ${picture.slice(0, -3)}                                                    | ${undefined}                 | ${'it is cut off'}
  ${[...picture, 60]}                                                        | ${undefined}                 | ${'something comes after it'}
  ${[...signature, ...header(0, 96), ...chunk('IDAT'), ...chunk('IEND')]}    | ${undefined}                 | ${'it has no width'}
  ${[...signature, ...header(9000, 96), ...chunk('IDAT'), ...chunk('IEND')]} | ${undefined}                 | ${'it unpacks to more than a logo'}
  ${[...signature, ...header(84, 96), ...chunk('IEND')]}                     | ${undefined}                 | ${'there is no picture in it'}
  ${[...signature, ...chunk('IDAT'), ...chunk('IEND')]}                      | ${undefined}                 | ${'it does not say its size'}
`('is $size, because $because', ({ bytes, size }) => {
  expect(findPngSize(Uint8Array.from(bytes))).toEqual(size)
})
