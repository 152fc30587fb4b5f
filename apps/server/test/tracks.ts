import { randomUUID } from 'node:crypto'
import { hearAdded, hearFound } from '../src/features/music/listeners.ts'
import { transact } from '../src/platform/db/transact.ts'
import type { Client } from './client.ts'
import type { TestServer } from './server.ts'

export type Sound = { valence: number; energy: number; bpm: number | null }
type Recording = {
  title?: string
  artist?: string
  show_id?: string | null
  sha256?: Buffer
  source?: 'upload' | 'folder'
}

/** A ready recording of somebody's as if it had been sent, and analysed where `sound` says how it sounds; gives its track. */
export async function addTrack(
  server: TestServer,
  owner: Client,
  { title, artist, show_id = null, sha256, source = 'upload' }: Recording,
  sound?: Sound,
): Promise<{ id: string; audio: string }> {
  const { pool, db } = server.app
  const audio = randomUUID()
  const tags = { title: title ?? null, artist: artist ?? null, album: null, date: null }
  await pool.query(
    `insert into media (id, kind, owner_id, show_id, audience, file_name, storage_key, sha256, file_size, mime_type, state,
        duration_ms, tags)
      values ($1::uuid, 'audio', $2, $3, 'private', 'take 1.flac', 'media/' || $1 || '.flac', $4, 1, 'audio/flac', 'ready', 200000, $5)`,
    [audio, owner.id, show_id, sha256 ?? Buffer.from(audio), tags],
  )
  await transact(db, (tx) => hearAdded(source)(tx, { id: audio, kind: 'audio', owner_id: owner.id }))
  if (sound !== undefined) await hear(server, audio, sound)
  const { rows } = await pool.query('select id from tracks where media_id = $1', [audio])
  return { id: rows[0].id, audio }
}

/** Has a recording sound like this, as if it had been analysed. */
export async function hear(server: TestServer, audio: string, sound: Sound): Promise<void> {
  const result = Object.fromEntries(
    ['acousticness', 'instrumentalness', 'liveness', 'speechiness'].map((name) => [name, { value: 0.25 }]),
  )
  await server.app.pool.query(
    `insert into analyses (media_id, state, analyzed_at, version, result, bpm, energy, valence, danceability, loudness, labels)
      values ($1, 'done', now(), 1, $2, $3, $4, $5, 0.5, -12, '{Rock}')
      on conflict (media_id) do update set valence = excluded.valence, energy = excluded.energy, bpm = excluded.bpm`,
    [audio, result, sound.bpm, sound.energy, sound.valence],
  )
  await transact(server.app.db, (tx) => hearFound(tx, audio))
}
