import { createHash } from 'node:crypto'
import type { AccountExport } from '@sharemyshows/contract/account-export'
import { expect } from 'vitest'
import type { Answer, Client } from './client.ts'
import { makeExport } from './exports.ts'
import { addPhoto, jpeg, until } from './photos.ts'
import { sendRecording, settledRecording } from './recordings.ts'
import type { TestServer } from './server.ts'
import { logShow } from './shows.ts'
import { unzip } from './zip.ts'

const ok = async (answer: Promise<Answer>) => {
  const { status, body } = await answer
  expect([status, body?.code, body?.errors]).toEqual([expect.any(Number), undefined, undefined])
  return body
}

/** A person with something of everything that is hers. */
export async function fillAccount(server: TestServer, who: Client): Promise<void> {
  const { pool } = server.app
  await ok(
    who.patch('/users/me', {
      display_name: 'Ana Says',
      bio: 'Front row,\nleft.',
      home_city: 'Utrecht',
      time_zone: 'Europe/Lisbon',
      profile_audience: 'friends',
      default_audience: 'attendees',
      default_media_audience: 'private',
      found_by_email: false,
    }),
  )
  await ok(who.put('/notifications/settings', { items: [{ kind: 'message', in_app: true, mail: false }] }))
  await ok(who.put('/mood/rules/sad', { tempo: [50, 70], description: 'Slow rain' }))
  const face = new FormData()
  face.set('file', new File([new Uint8Array(await jpeg(300, 300).toBuffer())], 'me.jpg'))
  await ok(who.request('PUT', '/users/me/avatar', { body: face }))

  const night = await logShow(who, {
    artist_name: 'Sigur Rós',
    support: ['The Opener', 'ÅÄÖ & Sons', '=1+1'],
    title: 'A long evening',
    venue_address: 'Vredenburgkade 11',
    venue_latitude: 52.0929,
    venue_longitude: 5.1136,
    show_time: '20:30',
    notes: 'Left, by the desk\n\nThey played for two hours',
    rating: 5,
    audience: 'friends',
  })
  const quiet = { artist_name: 'Nobody in Particular', venue_name: 'A barn', venue_city: 'Nowhere at All' }
  const barn = await logShow(who, {
    ...quiet,
    venue_country: undefined,
    show_date: '1999-07-03',
    audience: 'private',
  })
  const twice = await logShow(who, {
    ...quiet,
    venue_country: 'PT',
    show_date: '1999-07-04',
    audience: 'public',
  })
  await logShow(who, { artist_name: 'Yet to Come', show_date: '2199-01-01', show_time: '19:00' })
  await ok(
    who.put(`/shows/${night.id}/setlist`, {
      songs: [
        { song_name: 'Intro', tape: true },
        { song_name: 'Svefn-g-englar', notes: 'with bow' },
        { song_name: 'Heroes', cover_of: 'David Bowie', guest: 'A friend', set: 2 },
        { song_name: 'Popplagið', encore: true },
        { song_name: 'Popplagið', encore: true, set: 2, artist_name: 'The Opener' },
      ],
    }),
  )
  await pool.query(
    `update attendances set method = 'geofence', arrived_at = '2019-12-01T18:40:00.123Z',
      left_at = '2019-12-01T22:01:00Z', created_at = '2019-12-02T08:00:00.456Z' where show_id = $1`,
    [night.id],
  )
  await pool.query(`update shows set ends_at = starts_at + interval '150 minutes' where id = $1`, [night.id])
  await pool.query(`update shows set status = 'cancelled' where id = $1`, [barn.id])
  await pool.query(
    `update artists set mbid = 'f6f2326f-6b25-4170-b89d-e235b25508e8' where name = 'Sigur Rós'`,
  )

  const camera = await jpeg(80, 60)
    .withExif({
      IFD0: { Make: 'A camera' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 5/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '5/1 6/1 0/1',
      },
      IFD2: { DateTimeOriginal: '2019:12:01 21:15:00' },
    })
    .toBuffer()
  const lights = { show_id: night.id, caption: 'Lights', audience: 'public' }
  await addPhoto(who, lights, camera, 'IMG 1.JPG')
  await addPhoto(who, { show_id: twice.id }, camera, 'IMG 1.JPG')
  await addPhoto(who, {}, undefined, '../../etc/passwd.jpg')
  const sent = await ok(sendRecording(who, 'audio', 'mono-8khz.wav', { show_id: night.id, title: 'Desk' }))
  await settledRecording(who, 'audio', sent.id)
  await pool.query(`update media set created_at = created_at - interval '3 years' where owner_id = $1`, [
    who.id,
  ])

  const first = await ok(who.post('/comments', { show_id: night.id, content: 'That drum, @bo' }))
  await ok(who.post('/comments', { show_id: night.id, content: 'And the bow' }))
  await ok(who.put(`/comments/${first.id}`, { content: 'That drum.\nThat bow.' }))

  const scores = { happy: 0.7, sad: 0.1, angry: 0.1, neutral: 0.1 }
  await ok(who.post('/mood/samples', { source: 'camera', scores }))
  await ok(who.post('/mood/samples', { source: 'pad', valence: 0.31, energy: 0.62 }))
  const mood = await ok(who.post('/mood/samples', { source: 'button', mood: 'sad' }))
  await ok(who.post(`/mood/samples/${mood.id}/correct`, { mood: 'happy' }))

  const [song] = (await ok(who.get('/music/library'))).items
  await ok(who.post('/playlists', { name: 'Evenings', description: 'Slow ones', track_ids: [song.id] }))
  await ok(who.post('/playlists', { name: 'Empty for now' }))
  await ok(who.post('/music/play', { track_id: song.id, mood: 'sad' }))
  await pool.query(
    `update listens set seconds = 12.5, outcome = 'skipped', played_at = '2023-05-01T20:00:00.789Z'`,
  )
}

/** The archive of somebody's account: as it is, its document, and its files by their names. */
export async function archiveOf(server: TestServer, who: Client) {
  const { id } = await makeExport(who, 'archive')
  const headers = { authorization: `Bearer ${who.token}` }
  const answer = await fetch(`${server.url}/api/v1/exports/${id}/file`, { headers })
  const zip = Buffer.from(await answer.arrayBuffer())
  const files = unzip(zip)
  return { zip, files, account: JSON.parse(String(files.get('account.json'))) as AccountExport }
}

/** Has a file be read as an export; gives the import once it waits to be confirmed, or has failed. */
export async function sendExport(who: Client, bytes: Uint8Array, name = 'export.zip') {
  const body = new FormData()
  body.set('source', 'export')
  body.set('file', new File([new Uint8Array(bytes)], name))
  const { id } = await ok(who.request('POST', '/imports', { body }))
  return settledImport(who, id)
}

/** The import once nothing runs. */
export async function settledImport(who: Client, id: string) {
  let found = await ok(who.get(`/imports/${id}`))
  await until(async () => {
    found = await ok(who.get(`/imports/${id}`))
    return found.state !== 'running'
  })
  return found
}

/** Has an export be imported as it is; gives the import once it is done. */
export async function bringAlong(who: Client, bytes: Uint8Array, name?: string) {
  const { id, state, failure } = await sendExport(who, bytes, name)
  expect([state, failure]).toEqual(['preview', null])
  await ok(who.post(`/imports/${id}/confirm`, {}))
  return settledImport(who, id)
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * An account without what is another server's, or of the moment it was written: ids, its address, sessions and the trail;
 * when things were last written; how the address was proven and signed in with; and what stays behind, which is what is
 * between people (friends, messages, answers to events) and the history of shared facts. Things are named by their places.
 */
export function comparable(account: AccountExport) {
  const { exported_at, server, sessions, events, people, messages, answers, revisions, ...kept } = account
  const { id, email, email_verified, role, created_at, updated_at, ...profile } = kept.profile
  const { mfa_methods, connections, ...settings } = kept.settings
  const names = new Map<string, string>([
    ...kept.shows.map((show, n) => [show.id, `show ${n}`] as const),
    ...kept.media.map((medium, n) => [medium.id, `medium ${n}`] as const),
  ])
  const named = (thing: string | null) => thing && (names.get(thing) ?? thing)
  const track = <T extends { media_id: string | null }>(one: T) => ({ ...one, media_id: named(one.media_id) })
  return {
    ...kept,
    profile,
    settings,
    shows: kept.shows.map(({ id: _, venue, line_up, attendance, ...show }) => ({
      ...show,
      venue: { ...venue, id: null },
      line_up: line_up.map(({ name, mbid }) => ({ name, mbid })),
      // that a server saw her there is for that server to say
      attendance: {
        ...attendance,
        id: null,
        updated_at: null,
        method: attendance.method === 'geofence' ? 'import' : attendance.method,
      },
    })),
    comments: kept.comments.map(({ id: _, updated_at: __, ...comment }) => ({
      ...comment,
      show_id: named(comment.show_id),
    })),
    media: kept.media.map(({ id, updated_at: _, ...medium }) => ({
      ...medium,
      show_id: named(medium.show_id),
      file: medium.file?.replace(id.slice(-12), ''),
    })),
    moods: kept.moods.map(({ id: _, ...mood }) => mood),
    playlists: kept.playlists.map(({ id: _, updated_at: __, items, ...playlist }) => ({
      ...playlist,
      items: items.map(track),
    })),
    listens: kept.listens.map(track),
  }
}
