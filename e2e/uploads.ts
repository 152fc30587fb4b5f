import { type APIRequestContext, expect, type Page } from '@playwright/test'

/** A show of mine that is over, so that there is something to add to it. */
export async function pastShow(request: APIRequestContext, token: string, artist: string): Promise<string> {
  const answer = await request.post('/api/v1/shows', {
    headers: { authorization: `Bearer ${token}` },
    data: { artist_name: artist, venue_name: 'Town Hall', venue_city: 'Utrecht', show_date: '2024-06-01' },
  })
  return (await answer.json()).id
}

/** Opens the tray of uploads where it does not open by itself, and gives it. */
export async function openTray(page: Page) {
  const pill = page.getByRole('button', { name: /show the uploads/ })
  const tray = page.getByRole('dialog').or(page.getByRole('region', { name: 'Uploads' }))
  await expect(pill.or(tray)).toBeVisible()
  if (await pill.isVisible()) await pill.click()
  await expect(tray).toBeVisible()
  return tray
}

/** A video of this many bytes: a real one, with room left free behind it as its format (ISO 14496-12) allows. */
export function enlarged(video: Buffer, bytes: number): Buffer {
  const free = Buffer.alloc(bytes - video.length)
  free.writeUInt32BE(free.length, 0)
  free.write('free', 4, 'latin1')
  // not all the same, or a part in the wrong place would not be noticed
  for (let at = 8; at < free.length; at += 4096) free.writeUInt32BE(at, at & ~3)
  return Buffer.concat([video, free])
}
