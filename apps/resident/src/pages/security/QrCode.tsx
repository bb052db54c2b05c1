/** A QR code, black on white in every contrast: cameras know no other way. */
import { generate } from 'lean-qr'
import styles from './SecondFactor.module.css'

type Props = { readonly content: string; readonly label: string }

/** The quiet zone that the standard asks for, in modules. */
const margin = 4

export function QrCode({ content, label }: Props) {
  return <img className={styles.qr} src={pictureOf(content)} alt={label} />
}

/** In the address of the picture itself, so that its secret goes nowhere. */
function pictureOf(content: string): string {
  const code = generate(content)
  const side = code.size + 2 * margin
  const places = Array.from({ length: code.size ** 2 }, (_, at) => ({
    x: at % code.size,
    y: Math.floor(at / code.size),
  }))
  const dark = places
    .filter(({ x, y }) => code.get(x, y))
    .map(({ x, y }) => `M${x} ${y}h1v1h-1z`)
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M${-margin} ${-margin}h${side}v${side}h${-side}z"/><path d="${dark}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
