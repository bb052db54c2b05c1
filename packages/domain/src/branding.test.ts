import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  completeTokens,
  contrastFigures,
  type BrandColour,
  type GivenTokens,
  nearestReadable,
  themeColours,
  themeTokens,
} from './branding.ts'

const band = 'basis-color-accent-1-bg-default'
const bandText = 'basis-color-accent-1-color-default'
const button = 'basis-color-action-1-bg-default'
const buttonText = 'basis-color-action-1-inverse-color'
const link = 'basis-color-action-1-color-default'

const red: GivenTokens = {
  [band]: '#741236',
  [bandText]: '#ffffff',
  [button]: '#9c1d4b',
  [buttonText]: '#ffffff',
  [link]: '#9c1d4b',
}

describe('contrast of a municipality’s colours', () => {
  test.each`
    name                         | change                                                           | fails                                     | because
    ${'the theme’s own'}         | ${themeTokens}                                                   | ${[]}                                     | ${'it is checked as any other'}
    ${'red'}                     | ${{}}                                                            | ${[]}                                     | ${'white stands out on it, and it on white'}
    ${'a yellow band'}           | ${{ [band]: '#ffcc00', [bandText]: '#000000' }}                  | ${[]}                                     | ${'its text is black'}
    ${'white on a yellow band'}  | ${{ [band]: '#ffcc00' }}                                         | ${[bandText]}                             | ${'white is as light as yellow'}
    ${'yellow buttons'}          | ${{ [button]: '#ffcc00', [buttonText]: '#000000' }}              | ${[button, button]}                       | ${'their line is lost on white and on grey'}
    ${'white on yellow buttons'} | ${{ [button]: '#ffcc00' }}                                       | ${[button, button, buttonText]}           | ${'the text is lost as well, all in one answer'}
    ${'yellow links'}            | ${{ [link]: '#ffcc00' }}                                         | ${[link, link, link]}                     | ${'they stand on white, on grey and on a tint'}
    ${'nearly enough'}           | ${{ [link]: '#737373' }}                                         | ${[link, link]}                           | ${'it is enough on white, and not on grey or on a tint'}
    ${'a dark tint'}             | ${{ 'basis-color-action-1-bg-subtle': '#333333' }}               | ${['tint', 'tint', 'tint', 'tint', link]} | ${'everything on it is dark'}
    ${'dark paid hours'}         | ${{ 'strip-paid-bg': '#333333' }}                                | ${['strip-paid-bg']}                      | ${'their text is dark'}
    ${'a light hover'}           | ${{ 'basis-color-action-1-bg-hover': '#ffffff' }}                | ${['basis-color-action-1-bg-hover']}      | ${'the button’s text is white'}
    ${'everything black'}        | ${{ [band]: '#000000', [button]: '#000000', [link]: '#000000' }} | ${[]}                                     | ${'white stands out on it'}
  `('$name fails at $fails, because $because', ({ change, fails }) => {
    const failing = contrastFigures({ ...red, ...change }).filter(({ isEnough }) => !isEnough)
    const short = (token: BrandColour) =>
      token === 'basis-color-action-1-bg-subtle' ? 'tint' : token
    expect(failing.map(({ token }) => short(token))).toEqual(fails)
  })

  test('tells the ratio, what is needed and what would be enough', () => {
    const figures = contrastFigures({ ...red, [band]: '#ffcc00' })
    expect(figures.find(({ token }) => token === bandText)).toEqual({
      token: bandText,
      against: band,
      needed: 4.5,
      ratio: expect.closeTo(1.51, 2),
      isEnough: false,
      suggestion: '#595959',
    })
  })

  const anyColour = fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`)
  const anyTokens = fc.record<GivenTokens>({
    [band]: anyColour,
    [bandText]: anyColour,
    [button]: anyColour,
    [buttonText]: anyColour,
    [link]: anyColour,
    'basis-color-action-1-bg-hover': fc.option(anyColour, { nil: undefined }),
    'basis-color-action-1-bg-subtle': fc.option(anyColour, { nil: undefined }),
    'strip-paid-bg': fc.option(anyColour, { nil: undefined }),
  })

  test('is enough with the nearest colours, whatever was given, also for those that follow', () => {
    const property = fc.property(anyTokens, (given) => {
      const figures = contrastFigures(nearestReadable(given))
      expect(figures.filter(({ isEnough }) => !isEnough)).toEqual([])
    })
    fc.assert(property, { numRuns: 300 })
  })
})

describe('the colours that follow', () => {
  test('are the button’s own, darker and lighter', () => {
    expect(completeTokens(red)).toEqual({
      ...red,
      'basis-color-action-1-bg-hover': '#7d173c',
      'basis-color-action-1-bg-subtle': '#f7edf1',
      'basis-color-action-1-border-subtle': '#e1bbc9',
      'strip-paid-bg': '#e9cdd7',
      'basis-border-radius-md': '12px',
      'basis-border-radius-lg': '16px',
    })
  })

  test('are those that were given, where they were', () => {
    expect(completeTokens({ ...red, 'strip-paid-bg': '#efcfdc' })).toMatchObject({
      'strip-paid-bg': '#efcfdc',
    })
  })

  test('leave the text of a pale button as readable as it was', () => {
    const pale = completeTokens({ ...red, [button]: '#dddddd', [buttonText]: '#000000' })
    expect(pale['basis-color-action-1-bg-hover']).toBe('#e4e4e4')
  })
})

test('the theme of the web apps has these very colours', () => {
  const css = readFileSync(new URL('../../web/src/theme/tokens.css', import.meta.url), 'utf8')
  for (const [name, value] of Object.entries({ ...themeTokens, ...themeColours })) {
    const written = value === '#ffffff' ? '#fff' : value
    expect(css).toContain(`--${name}: ${written};`)
  }
})
