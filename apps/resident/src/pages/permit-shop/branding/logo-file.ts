/** The file that a clerk chooses for a logo, as data; and the small PNG of it that mails can show. */
import { mostLogoBytes, mostMailLogoBytes } from '@2park/contract/branding'

type LogoFile =
  | { readonly outcome: 'read'; readonly logo: string; readonly mailLogo: string | undefined }
  | { readonly outcome: 'tooLarge' }
  | { readonly outcome: 'unreadable' }

export async function readLogoFile(file: File): Promise<LogoFile> {
  if (file.size > mostLogoBytes) return { outcome: 'tooLarge' }
  try {
    const logo = await asData(file)
    const image = new Image()
    image.src = logo
    await image.decode()
    return { outcome: 'read', logo, mailLogo: drawForMails(image) }
  } catch {
    return { outcome: 'unreadable' }
  }
}

async function asData(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const form = /png$/i.test(file.type || file.name) ? 'png' : 'svg+xml'
  return `data:image/${form};base64,${btoa(String.fromCodePoint(...bytes))}`
}

/** Three times as fine as its place in a mail; a busy picture, which would be too large, twice. */
function drawForMails(image: HTMLImageElement): string | undefined {
  return [3, 2]
    .map((times) => draw(image, times))
    .find((drawn) => bytesOf(drawn) <= mostMailLogoBytes)
}

/** Whole and in the middle of 28 by 32 points, so many times as fine. */
function draw(image: HTMLImageElement, times: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = 28 * times
  canvas.height = 32 * times
  // A drawing may say nothing of its size: then it fills its place.
  const [width, height] = [image.naturalWidth || 28, image.naturalHeight || 32]
  const scale = Math.min(canvas.width / width, canvas.height / height)
  const [wide, high] = [width * scale, height * scale]
  const at = [(canvas.width - wide) / 2, (canvas.height - high) / 2] as const
  canvas.getContext('2d')?.drawImage(image, ...at, wide, high)
  return canvas.toDataURL('image/png')
}

function bytesOf(data: string): number {
  const content = data.slice(data.indexOf(',') + 1)
  return Math.floor((content.length * 3) / 4)
}
