/** How large a PNG is, by its own first words. What is no PNG from its first byte to its last has no size. */

export type Size = { readonly width: number; readonly height: number }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Of each chunk: its length before what it holds, its name, and a checksum after. */
const around = 12
const longestSide = 4096

/** In pixels; undefined also where a side is longer than 4096. */
export function findPngSize(bytes: Uint8Array): Size | undefined {
  if (signature.some((byte, at) => bytes[at] !== byte)) return undefined
  const names = chunkNames(bytes)
  if (names?.[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT')) return undefined
  const width = numberAt(bytes, signature.length + 8)
  const height = numberAt(bytes, signature.length + 12)
  const isSensible = [width, height].every((side) => side >= 1 && side <= longestSide)
  return isSensible ? { width, height } : undefined
}

/** Undefined where they do not fill the file, or something comes after the last. */
function chunkNames(bytes: Uint8Array): readonly string[] | undefined {
  const names: string[] = []
  let at = signature.length
  while (at + around <= bytes.length) {
    names.push(String.fromCodePoint(...bytes.subarray(at + 4, at + 8)))
    at += around + numberAt(bytes, at)
    if (names.at(-1) === 'IEND') break
  }
  return at === bytes.length ? names : undefined
}

function numberAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((number, byte) => number * 256 + byte, 0)
}
