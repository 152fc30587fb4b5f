import { expect, test } from '@playwright/test'
import { newName, signIn, signUp } from './people.ts'

test('what was changed is told and put back; two shows that are one are merged, and old links lead on @desktop', async ({
  page,
  request,
}) => {
  const { username, token } = await signUp(request, 'noa')
  const headers = { authorization: `Bearer ${token}` }
  const log = async (data: object) => {
    const night = { artist_name, venue_city: 'Utrecht', venue_country: 'NL', show_date: '2024-12-01' }
    return (await request.post('/api/v1/shows', { headers, data: { ...night, ...data } })).json()
  }
  const artist_name = newName('Night Ferries')
  const kept = await log({ venue_name: 'Quay', title: 'Ten years' })
  const twin = await log({ venue_name: 'The old quay', notes: 'Front row' })
  await request.patch(`/api/v1/shows/${kept.id}`, { headers, data: { show_time: '20:30' } })
  await request.patch(`/api/v1/shows/${kept.id}`, { headers, data: { title: null } })
  await signIn(page, username)

  await page.goto(`/shows/${kept.id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(page.getByRole('article').first()).toContainText('changed the title')
  await page
    .getByRole('button', { name: /^Put back/ })
    .first()
    .click()
  await expect(page.getByRole('article').first()).toContainText('put back the title')
  await page.getByRole('button', { name: /^Put back.*time$/ }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('This takes away the time “20:30”.')
  await question.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('article').first()).toContainText('put back the time')

  await page.goto(`/shows/${twin.id}`)
  await page.getByRole('button', { name: /^Compare/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('radio', { name: /Quay, Utrecht/ })
    .first()
    .check()
  await expect(dialog).toContainText('This cannot be undone.')
  await dialog.getByRole('radio', { name: /Ten years/ }).check()
  await dialog.getByRole('button', { name: 'Merge for good' }).click()
  await expect(page).toHaveURL(`/shows/${kept.id}`)
  await expect(page.getByText('Front row')).toBeVisible()
  await page.goto(`/shows/${twin.id}/setlist`)
  await expect(page).toHaveURL(`/shows/${kept.id}/setlist`)
})
