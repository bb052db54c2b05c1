import { expect, test } from 'vitest'
import { splitAtPlates } from './plates-in-text.ts'

test.each([
  [
    'Parkeeractie gestart: 12-GBB-3, 10:00–11:00',
    ['Parkeeractie gestart: ', '12-GBB-3', ', 10:00–11:00'],
  ],
  ['12-GBB-3 is nu actief.', ['', '12-GBB-3', ' is nu actief.']],
  ['GBB-01-B en XX-99-YY', ['', 'GBB-01-B', ' en ', 'XX-99-YY', '']],
  ['Gestopt. U krijgt € 2,36 terug.', ['Gestopt. U krijgt € 2,36 terug.']],
  ['Uw e-mailadres in Oud-West', ['Uw e-mailadres in Oud-West']],
])('a plate is a part of its own: %s', (text, parts) => {
  expect(splitAtPlates(text)).toEqual(parts)
  expect(splitAtPlates(text).join('')).toBe(text)
})
