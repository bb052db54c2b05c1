/** A clerk changes what the municipality looks like, and what cannot be read is refused. */
import type { Page } from '@playwright/test'
import { aBuyer, issueOther, linkTo } from '#support/counter.ts'
import { expect, test } from '#support/test.ts'

const drawing = (inside: string) => ({
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 32">${inside}</svg>`,
  ),
})

test('M1: a clerk changes name, logo and colours; too little contrast is refused; residents see it', async ({
  page,
  town,
}) => {
  const email = aBuyer()
  // No other journey looks at this municipality.
  await issueOther(page, email, { token: 'loket-zilverdijk' })
  await page.getByRole('button', { name: 'Huisstijl' }).click()
  const sheet = page.getByRole('dialog', { name: 'Huisstijl' })
  const name = sheet.getByLabel('Naam', { exact: true })
  const bar = sheet.getByRole('textbox', { name: 'Balk bovenaan', exact: true })
  const barText = sheet.getByRole('textbox', { name: 'Tekst op de balk', exact: true })
  const logo = sheet.getByLabel('Kies een bestand voor het logo')
  const save = sheet.getByRole('button', { name: 'Sla op' })

  await name.fill('')
  await bar.fill('#ffcc00')
  await expect(barText).toHaveAccessibleDescription(
    'Contrast 1,5 op 1. Dat is te weinig: nodig is 4,5.',
  )
  const shown = sheet.getByRole('figure').locator('img')
  const refused = drawing('<script>1</script>')
  await logo.setInputFiles(refused)
  await expect(shown).toHaveAttribute('src', addressOf(refused))
  await save.click()
  await expect(sheet.getByRole('alert')).toBeFocused()
  await expect(name).toHaveAccessibleDescription('Dit is te kort. Vul meer in.')
  await expect(logo).toHaveAccessibleDescription(/meer dan vormen/)
  await expect(barText).toHaveAccessibleDescription(/Te weinig contrast: 1,5 op 1/)

  await name.fill('Zonstad')
  const sun = drawing('<circle cx="14" cy="16" r="12"/>')
  await logo.setInputFiles(sun)
  await expect(shown).toHaveAttribute('src', addressOf(sun))
  await expect(name).toHaveValue('Zonstad')
  // Where there are two colours, its name stands for it.
  await wearContrast(page, 'white-on-black')
  await expect(shown).toBeHidden()
  await wearContrast(page, 'default')
  await expect(shown).toBeVisible()
  await barText.fill('#000000')
  await expect(barText).toHaveAccessibleDescription(/Dat is genoeg/)
  await save.click()
  await expect(page.getByText('De huisstijl is bewaard.')).toBeVisible()

  await page.goto(await linkTo(town, email))
  await expect(page.getByText('Zonstad')).toBeVisible()
  expect(await barColours(page)).toEqual(['#ffcc00', '#000000'])
  // Put back before anything is painted, also where the next page says nothing of a municipality.
  await page.goto('/sign-in')
  expect(await barColours(page)).toEqual(['#ffcc00', '#000000'])
  await page.getByRole('radio', { name: 'Zwart op wit' }).check()
  expect(await barColours(page)).toEqual(['#fff', '#000'])
  await expect(page.locator('meta[name="theme-color"]')).toHaveAttribute('content', '#fff')
})

/** As the choice does, which lies behind the sheet. */
function wearContrast(page: Page, contrast: string): Promise<void> {
  return page.evaluate((wanted) => {
    document.documentElement.dataset['contrast'] = wanted
  }, contrast)
}

function addressOf({ mimeType, buffer }: ReturnType<typeof drawing>): string {
  return `data:${mimeType};base64,${buffer.toString('base64')}`
}

function barColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const worn = getComputedStyle(document.documentElement)
    return ['bg', 'color'].map((part) =>
      worn.getPropertyValue(`--basis-color-accent-1-${part}-default`),
    )
  })
}
