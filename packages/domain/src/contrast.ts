/**
 * How well two colours can be told apart, as WCAG 2 reckons it: from 1 for the same colour to 21 for
 * black on white. Text needs 4.5, and the line of a control 3 (1.4.3, 1.4.11).
 */
import { invariant } from './invariant.ts'

/** A colour as `#0b5cad`: a hash and six hexadecimal digits. */
export type Colour = string

export function isColour(text: string): boolean {
  return /^#[\da-f]{6}$/i.test(text)
}

/** From 1 to 21, whichever comes first. A fault where one is no colour. */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** To be shown: one decimal, so that what falls short of a limit never reads as if it reached it. */
export function ratioRoundedDown(ratio: number): number {
  return Math.floor(ratio * 10) / 10
}

/** So much of the other colour, from 0 to 1, in this one. */
export function mix(colour: Colour, other: Colour, part: number): Colour {
  const [channels, others] = [channelsOf(colour), channelsOf(other)]
  const mixed = channels.map((value, n) => Math.round(value + ((others[n] ?? 0) - value) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export type Neighbour = { readonly colour: Colour; readonly needed: number }

const steps = 100

/**
 * The colour itself where it stands out against all of these, or else the first that does on its way to
 * black or to white. Undefined where neither of those does.
 */
export function nearestThatContrasts(
  colour: Colour,
  neighbours: readonly Neighbour[],
): Colour | undefined {
  for (let step = 0; step <= steps; step++) {
    for (const end of ['#000000', '#ffffff']) {
      const tried = mix(colour, end, step / steps)
      if (neighbours.every((each) => contrastOf(tried, each.colour) >= each.needed)) return tried
    }
  }
  return undefined
}

function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => linear(value / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function channelsOf(colour: Colour): readonly number[] {
  invariant(isColour(colour), `not a colour: ${colour}`)
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}
