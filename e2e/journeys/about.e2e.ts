import { goByMenu, openAs, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('N1: the version and the helpdesk of the municipality are there to be quoted and called', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Over 2Park')
  await expect(page.getByRole('heading', { name: 'Over 2Park', level: 1 })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Versie' })).toContainText(/^Versie\d+[.]\d+[.]\d+/)
  const helpdesk = page.getByRole('region', { name: /^Hulp van Town/ })
  await expect(helpdesk).toContainText('Helpdesk')
  await expect(helpdesk.getByRole('link', { name: '14 0' })).toHaveAttribute('href', 'tel:140')
  await expect(page.getByRole('region', { name: 'Wat is er nieuw' })).toContainText('beginscherm')

  await page.getByRole('radio', { name: words.en.language }).check()
  await expect(page.getByRole('heading', { name: 'About 2Park', level: 1 })).toBeVisible()
  await expect(page.getByText('Mention this number when you call the helpdesk.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'About 2Park', level: 1 })).toBeVisible()
})

test('B6: what is accessible and what is not is said before one signs in, and after', async ({
  page,
  town,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByRole('heading', { name: 'Toegankelijkheid', level: 1 })).toBeVisible()
  await page.getByRole('radio', { name: words.en.language }).check()
  await expect(page.getByRole('heading', { name: 'Accessibility', level: 1 })).toBeVisible()
  // Of every municipality, as nobody knows yet whose resident this is.
  const statement = page.getByRole('link', { name: 'Accessibility statement of Waterdam' })
  await expect(statement).toHaveAttribute('href', 'https://waterdam.example/toegankelijkheid')
  const waterdam = page.getByRole('listitem').filter({ has: statement })
  await expect(waterdam.getByRole('link', { name: '14 099' })).toHaveAttribute('href', 'tel:14099')
  await expect(waterdam.getByRole('link', { name: /@waterdam[.]example/ })).toBeVisible()
  await page.getByRole('radio', { name: words.nl.language }).check()
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Over 2Park')
  await page.getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByText('Gebruik met een schermlezer')).toBeVisible()
  // Their own comes first, and the others on demand.
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(/^Town /)
  await expect(page.getByRole('link', { name: '14 0', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Naar het begin' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})
