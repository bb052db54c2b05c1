import { themeTokens } from '@2park/domain/branding'
import { describe, expect, test } from 'vitest'
import {
  areColours,
  cornerOf,
  formOf,
  madeReadable,
  toBranding,
  toldByField,
  withColour,
  withCorner,
} from './branding-form.ts'

const own = { ...themeTokens, 'basis-color-accent-1-bg-default': '#741236' }
const form = formOf({ name: 'Heuvelrade', logo: '/logos/a.svg', tokens: own, version: 3 })

describe('the look before the clerk', () => {
  test('is sent back as it was read, with its logo by its address', () => {
    expect(toBranding(form)).toEqual({ name: 'Heuvelrade', logo: '/logos/a.svg', tokens: own })
  })

  test('has no colours of its own, where they are those of the theme', () => {
    const without = formOf({ name: 'Waterdam', version: 1 })
    expect(without.tokens).toEqual(themeTokens)
    expect(toBranding(without)).not.toHaveProperty('tokens')
    const back = withColour(form, 'basis-color-accent-1-bg-default', '#12507F')
    expect(toBranding(back)).not.toHaveProperty('tokens')
  })

  test('lets what follows from the buttons follow them anew, and nothing else', () => {
    const band = withColour(form, 'basis-color-accent-1-bg-default', '#000000')
    expect(band.tokens['strip-paid-bg']).toBe('#c9dcef')
    const button = withColour(form, 'basis-color-action-1-bg-default', '#9c1d4b')
    expect(button.tokens['strip-paid-bg']).toBeUndefined()
  })

  test('is made readable, as near to what was chosen as can be', () => {
    const yellow = withColour(form, 'basis-color-action-1-bg-default', '#ffcc00')
    expect(madeReadable(yellow).tokens).toMatchObject({
      'basis-color-accent-1-bg-default': '#741236',
      'basis-color-action-1-bg-default': '#ab8900',
      'basis-color-action-1-inverse-color': '#262626',
    })
  })

  test('knows a colour that is half typed', () => {
    expect(areColours(form)).toBe(true)
    expect(areColours(withColour(form, 'basis-color-action-1-bg-default', '#9c1'))).toBe(false)
  })

  test('has corners, of which one that is not offered is shown as the nearest', () => {
    expect(cornerOf(form)).toBe('12px')
    expect(cornerOf(withCorner(form, '20px'))).toBe('20px')
    expect(withCorner(form, '6px').tokens['basis-border-radius-lg']).toBe('8px')
    expect(cornerOf({ ...form, tokens: { ...own, 'basis-border-radius-md': '3px' } })).toBe('0px')
  })
})

test('what the server says stands at each field once', () => {
  const buttons = 'basis-color-action-1-bg-default'
  const told = toldByField([
    { pointer: `/tokens/${buttons}`, detail: 'on white', contrast: { ratio: 1.5 } },
    { pointer: `/tokens/${buttons}`, detail: 'on grey', contrast: { ratio: 1.3 } },
    { pointer: '/mailLogo', detail: 'too large' },
    { pointer: '/elsewhere', detail: 'else' },
  ])
  expect([...told]).toEqual([
    ['logo', 'too large'],
    [buttons, 'on grey'],
  ])
})
