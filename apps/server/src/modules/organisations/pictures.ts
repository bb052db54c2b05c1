/** A logo as somebody sends it: as data, or by the address of the one that there is. */
import { isUtf8 } from 'node:buffer'
import { mostLogoBytes, mostMailLogoBytes } from '@2park/contract/branding'
import type { InvalidFieldCode } from '@2park/contract/invalid-field'
import { findDrawingFault } from '@2park/domain/drawing'
import { findPngSize } from '@2park/domain/png'
import type { Logo } from './logos.queries.ts'

export type Picture =
  | { readonly outcome: 'none' | 'kept' }
  | { readonly outcome: 'new'; readonly logo: Logo }
  | { readonly outcome: 'refused'; readonly code: InvalidFieldCode }

const none = { outcome: 'none' } as const
const data = /^data:image\/(?<form>svg\+xml|png);base64,(?<content>[A-Za-z\d+/]*={0,2})$/

/** What the app draws: shapes, or a PNG of any size. */
export function readLogo(sent: string | undefined, present: string | undefined): Picture {
  const read = readPicture(sent, { present, mostBytes: mostLogoBytes })
  if (read.outcome !== 'new') return read
  const code = faultOf(read.logo)
  return code ? { outcome: 'refused', code } : read
}

/** What comes with mails, which most programs show as a PNG only: in the shape of its place there. */
export function readMailLogo(sent: string | undefined, present: string | undefined): Picture {
  const read = readPicture(sent, { present, mostBytes: mostMailLogoBytes })
  if (read.outcome !== 'new' || fitsMails(read.logo)) return read
  return { outcome: 'refused', code: 'mailLogoFormat' }
}

type Place = { readonly present: string | undefined; readonly mostBytes: number }

function readPicture(sent: string | undefined, { present, mostBytes }: Place): Picture {
  if (sent === undefined) return none
  if (sent === present) return { outcome: 'kept' }
  const { form, content } = data.exec(sent)?.groups ?? {}
  if (form === undefined || content === undefined) {
    return { outcome: 'refused', code: 'logoFormat' }
  }
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > mostBytes) return { outcome: 'refused', code: 'logoTooLarge' }
  return { outcome: 'new', logo: { form: form === 'png' ? 'png' : 'svg', content: bytes } }
}

function faultOf({ form, content }: Logo): InvalidFieldCode | undefined {
  if (form === 'png') return findPngSize(content) ? undefined : 'logoFormat'
  if (!isUtf8(content)) return 'logoFormat'
  const fault = findDrawingFault(content.toString('utf8'))
  return fault && (fault === 'unsafe' ? 'logoUnsafe' : 'logoFormat')
}

function fitsMails({ form, content }: Logo): boolean {
  const size = form === 'png' ? findPngSize(content) : undefined
  return [1, 2, 3].some((times) => size?.width === 28 * times && size.height === 32 * times)
}
