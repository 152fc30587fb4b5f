import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Answer, Client } from './client.ts'
import { photoForm } from './photos.ts'

/** The path of a file of `test/media`; its README tells what each holds. */
export const mediaFile = (name: string): string => fileURLToPath(new URL(`media/${name}`, import.meta.url))

/** One real file of every format of audio and video that is taken, with what it is by its content. */
export const FORMATS = [
  { file: 'tone.mp3', kind: 'audio', container: 'mp3', mime: 'audio/mpeg', extension: 'mp3' },
  { file: 'mono-8khz.wav', kind: 'audio', container: 'wav', mime: 'audio/wav', extension: 'wav' },
  { file: 'tone.ogg', kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'ogg' },
  { file: 'tone.opus', kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'opus' },
  { file: 'tone.m4a', kind: 'audio', container: 'mov', mime: 'audio/mp4', extension: 'm4a' },
  { file: 'tone.flac', kind: 'audio', container: 'flac', mime: 'audio/flac', extension: 'flac' },
  { file: 'tone.aiff', kind: 'audio', container: 'aiff', mime: 'audio/aiff', extension: 'aiff' },
  { file: 'clip.mp4', kind: 'video', container: 'mov', mime: 'video/mp4', extension: 'mp4' },
  { file: 'clip.mov', kind: 'video', container: 'mov', mime: 'video/quicktime', extension: 'mov' },
  { file: 'clip.avi', kind: 'video', container: 'avi', mime: 'video/x-msvideo', extension: 'avi' },
  { file: 'clip.mkv', kind: 'video', container: 'matroska', mime: 'video/x-matroska', extension: 'mkv' },
  { file: 'clip.webm', kind: 'video', container: 'matroska', mime: 'video/webm', extension: 'webm' },
] as const

/** A recording of `test/media`, whose README says what each holds. */
export const sample = (name: string): Buffer => readFileSync(mediaFile(name))

/** Sends a recording of `test/media`, or these bytes under its name. */
export function sendRecording(
  client: Client,
  noun: 'audio' | 'videos',
  name: string,
  fields: Record<string, string> = {},
  bytes: Uint8Array = sample(name),
): Promise<Answer> {
  return client.request('POST', `/${noun}`, { body: photoForm(bytes, fields, name) })
}

/** The recording once it is no longer being prepared. */
export async function settledRecording(client: Client, noun: 'audio' | 'videos', id: string) {
  let { body } = await client.get(`/${noun}/${id}`)
  while (body.state === 'processing') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    body = (await client.get(`/${noun}/${id}`)).body
  }
  return body
}

/** The state of a recording's analysis once it no longer waits or runs. */
export async function settledAnalysis(client: Client, id: string) {
  const read = async () => (await client.get(`/audio/${id}/analysis/status`)).body
  let status = await read()
  while (['none', 'queued', 'running'].includes(status.state)) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    status = await read()
  }
  return status
}
