import { expect } from 'vitest'
import type { Client } from './client.ts'

/** Has an export made and waits until it is; gives it. */
export async function makeExport(who: Client, format: 'json' | 'csv' | 'ics' | 'archive') {
  const { status, body } = await who.post('/exports', { format })
  expect([status, body.code]).toEqual([201, undefined])
  return exported(who, body.id)
}

/** The export once it is no longer being made. */
export async function exported(who: Client, id: string) {
  let { body } = await who.get(`/exports/${id}`)
  while (body.state === 'waiting' || body.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    body = (await who.get(`/exports/${id}`)).body
  }
  return body
}
