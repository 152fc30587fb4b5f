import { expect, test } from '@playwright/test'
import { expectNoPicture, listen, openCamera, withCamera } from './camera.ts'
import { signIn, signUp } from './people.ts'

test.use({ launchOptions: withCamera() })

test('journey 9: a camera without a face says so, shows its light and stops by one tap @phone', async ({
  page,
  request,
  baseURL,
}) => {
  const ana = await signUp(request, 'ana')
  await signIn(page, ana.username)
  const sent = listen(page)
  await openCamera(page)
  await expect(page.getByText('No face in sight. The camera is on.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Stop the camera' }).click()
  await expect(page.getByRole('button', { name: 'Read my mood with the camera' })).toBeVisible()
  const ended = await page
    .locator('video')
    .evaluate((video: HTMLVideoElement) =>
      (video.srcObject as MediaStream).getTracks().every((track) => track.readyState === 'ended'),
    )
  expect(ended).toBe(true)
  expect(sent.some((one) => one.url().endsWith('/mood/samples'))).toBe(false)
  expectNoPicture(sent, baseURL)
})
