import { expect, type Page, type Request } from '@playwright/test'
import config from '../playwright.config.ts'
import { expectAccessible } from './axe.ts'

const given = config.use?.launchOptions

/** A browser with a camera that is none: a test picture, or a film. */
export const withCamera = (film?: string) => ({
  ...given,
  args: [
    ...(given?.args ?? []),
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(film === undefined ? [] : [`--use-file-for-fake-video-capture=${film}`]),
  ],
})

/** Opens MoodDJ and lets it see: the reason is told before the browser asks. */
export async function openCamera(page: Page): Promise<void> {
  await page.goto('/mood')
  await page.getByRole('button', { name: 'Read my mood with the camera' }).click()
  await expect(page.getByRole('dialog')).toContainText('The picture stays on this device')
  await expectAccessible(page, 'the question for the camera')
  await page.getByRole('button', { name: 'Use the camera' }).click()
  await expect(page.getByText('The camera is on', { exact: false })).toBeVisible({ timeout: 60_000 })
}

/** All that leaves the page from now on. */
export function listen(page: Page): Request[] {
  const sent: Request[] = []
  page.on('request', (request) => sent.push(request))
  return sent
}

/** No picture has gone out, and nothing has gone elsewhere. */
export function expectNoPicture(sent: readonly Request[], baseURL: string | undefined): void {
  const { origin } = new URL(baseURL ?? '')
  for (const request of sent) {
    const url = new URL(request.url())
    if (url.protocol !== 'blob:' && url.protocol !== 'data:') expect(url.origin, request.url()).toBe(origin)
    const body = request.postDataBuffer()
    if (body === null) continue
    expect(body.length, `${request.method()} ${request.url()}`).toBeLessThan(1000)
    expect(request.headers()['content-type']).not.toMatch(/image|multipart|octet/)
    expect(body.toString()).not.toMatch(/image|data:|base64/)
  }
}
