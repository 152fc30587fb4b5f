/// <reference lib="dom" />
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { cellsOf, countedByHand, nights, tableOf, written } from './concerts.ts'
import { signIn, signUp } from './people.ts'

/** Lets a file fall onto the page, as a person drags it there. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const carried = new DataTransfer()
      carried.items.add(new File([content], fileName, { type: 'text/csv' }))
      return carried
    },
    [name, text],
  )
  await page
    .locator('label', { hasText: 'Drop a table here' })
    .dispatchEvent('drop', { dataTransfer: transfer })
}

test('journey 2: eighteen years of concerts come along, once, and go again', async ({ page, request }, {
  project,
}) => {
  // on the desktop a thousand rows are read, and five hundred shows added and taken out again
  test.slow()
  const inFile = project.name === 'phone' ? 120 : 496
  const ana = await signUp(request, 'ana')
  const headers = { authorization: `Bearer ${ana.token}` }
  const fresh = nights(inFile)
  // three of them she has written down before, by another name of the place
  const had = fresh
    .slice(100, 103)
    .map((night) => ({ ...night, support: [], venue: `${night.venue} (Keller)` }))
  for (const { artist, venue, town, day } of had) {
    const data = { artist_name: artist, venue_name: venue, venue_city: town, show_date: day }
    expect((await request.post('/api/v1/shows', { headers, data })).status()).toBe(201)
  }
  const table = tableOf([
    ...fresh.map(cellsOf),
    ...fresh.slice(0, 2).map(cellsOf),
    ['31/02/2019', 'Nobody', '', 'Nowhere', '', '', ''],
    [written('2023-06-01'), '', '', 'Große Halle 1', 'Utrecht', '', ''],
  ])
  const stats = async () => (await request.get('/api/v1/dashboard/stats', { headers })).json()
  const head = page.getByRole('heading', { level: 1 })

  await signIn(page, ana.username)
  await page.goto('/settings/imports')
  await drop(page, 'concerts.csv', table)
  await expect(head).toHaveText(`${inFile - 3} new shows`)
  await expect(
    page.getByText('3 to look at, 2 you have already and 2 that cannot be read.').last(),
  ).toBeVisible()
  const rows = page.getByRole('table', { name: 'To look at' }).getByRole('row')
  await expect(rows).toHaveCount(4)

  await page.getByText('Look at them').click()
  const means = (column: string) => page.getByLabel(`What “${column}” means`)
  await means('Preis').focus()
  await means('Preis').selectOption('Notes')
  await expect(means('Notizen')).toHaveValue('')
  await expect(means('Preis')).toBeFocused()
  await means('Notizen').selectOption('Notes')
  await expect(means('Preis')).toHaveValue('')
  await expectAccessible(page, 'what was read')
  const which = page.getByRole('group', { name: 'Which rows' })
  await which.getByText('Cannot be read').click()
  await expect(page.getByRole('table', { name: 'Cannot be read' }).getByRole('row')).toHaveCount(3)
  await which.getByText('To look at').click()
  await page
    .getByLabel(/What becomes of line/)
    .first()
    .selectOption('It is this show')
  await page.getByRole('button', { name: `Import ${inFile - 1} shows` }).click()

  await expect(head).toHaveText(`${inFile - 1} shows added`, { timeout: 120_000 })
  // the one that she said she has is there under the name that it had
  const counted = [...fresh.slice(0, 100), ...fresh.slice(101), ...had]
  expect(await stats()).toMatchObject(countedByHand(counted))
  await page.goto('/dashboard')
  await expect(head).toContainText(String(inFile + 2))

  await page.goto('/settings/imports')
  await drop(page, 'concerts.csv', table)
  await expect(head).toHaveText('1 show to look at')
  await page.getByLabel(/What becomes of line/).selectOption('Leave it out')
  await expect(page.getByText('nothing in it that your diary does not have')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)
  expect((await stats()).shows).toBe(inFile + 2)

  await page.goto('/settings/imports')
  await page.getByRole('link', { name: `${inFile - 1} shows added` }).click()
  await page.getByRole('button', { name: 'Undo the whole import' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).click()
  await expect(head).toHaveText('Undone', { timeout: 120_000 })
  expect(await stats()).toMatchObject(countedByHand(had))
  await page.goto('/dashboard')
  await expect(head).toHaveText(/^3\s*nights/)
})
