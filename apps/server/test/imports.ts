import { expect } from 'vitest'
import type { Answer, Client } from './client.ts'
import { until } from './photos.ts'

/** Sends a file to be imported; the source before it, as forms do. */
export function sendImport(
  who: Client,
  source: string,
  file: string | Uint8Array<ArrayBuffer> | null,
  fields: Record<string, string> = {},
  name = 'shows.csv',
): Promise<Answer> {
  const form = new FormData()
  form.set('source', source)
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  if (file !== null) form.set('file', new Blob([file]), name)
  return who.request('POST', '/imports', { body: form })
}

/** An import once nothing of it is under way. */
export async function settled(who: Client, id: string) {
  let body: Answer['body']
  await until(async () => {
    ;({ body } = await who.get(`/imports/${id}`))
    return body.state !== 'running'
  })
  return body
}

/** Confirms an import, and gives it once it is done. */
export async function confirmed(who: Client, id: string, wishes: object = {}) {
  const { status, body } = await who.post(`/imports/${id}/confirm`, wishes)
  expect(body).not.toHaveProperty('code')
  expect(status).toBe(200)
  return settled(who, id)
}
