import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect } from 'vitest'
import type { Answer, Client } from './client.ts'
import type { TestServer } from './server.ts'

/** A JPEG of noise, so that no two are alike and none compresses to nothing. */
export function jpeg(width = 64, height = 48): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height, channels: 3, background: '#835', noise } }).jpeg()
}

type Fields = Record<string, string>

/** A form as a browser sends it; fields come before the file unless `file` is first among them. */
export function photoForm(bytes: Uint8Array, fields: Fields = {}, name = 'photo.jpg'): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new File([new Uint8Array(bytes)], name))
  return form
}

/** Sends a photo; without bytes a small one. */
export async function upload(
  client: Client,
  fields: Fields = {},
  bytes?: Uint8Array,
  name?: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = photoForm(bytes ?? (await jpeg().toBuffer()), fields, name)
  return client.request('POST', '/photos', { body, headers })
}

/** Sends a photo and waits until its renditions are made; gives the photo. */
export async function addPhoto(client: Client, fields: Fields = {}, bytes?: Uint8Array, name?: string) {
  const { status, body } = await upload(client, fields, bytes, name)
  expect([status, body.code]).toEqual([201, undefined])
  return settled(client, body.id)
}

/** The photo, or medium of another kind, once it is no longer being processed. */
export async function settled(client: Client, id: string, noun = 'photos') {
  let medium = (await client.get(`/${noun}/${id}`)).body
  while (medium.state === 'processing') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    medium = (await client.get(`/${noun}/${id}`)).body
  }
  return medium
}

/** Keys of all files the server keeps, wherever it keeps them, and paths of temporary ones. */
export async function keptFiles({ storage, dataDir }: TestServer): Promise<string[]> {
  const found = await readdir(path.join(dataDir, 'files/tmp')).catch(() => [])
  const kept = found.map((name) => `tmp/${name}`)
  for (const prefix of ['avatars', 'exports', 'media', 'posters', 'uploads']) {
    for await (const { key } of storage.list(prefix)) kept.push(key)
  }
  return kept.sort()
}

/** Waits until `holds` does; the test's own time limit ends what never comes. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Logs a show of a band of its own; gives its id. */
export async function addShow(client: Client, fields: object = {}): Promise<string> {
  const { status, body } = await client.post('/shows', {
    artist_name: `Band ${randomUUID()}`,
    venue_name: 'Paradiso',
    venue_city: 'Amsterdam',
    venue_country: 'NL',
    show_date: '2024-12-01',
    ...fields,
  })
  expect([status, body.errors]).toEqual([201, undefined])
  return body.id
}
