import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { expect } from 'vitest'
import type { Client } from './client.ts'
import { makeEvent } from './events.ts'
import { sendImport } from './imports.ts'
import { upload } from './photos.ts'
import { sendRecording } from './recordings.ts'
import { begun } from './uploads.ts'

/** What each parameter of a path stands for: the first segment, or all before it, decides which thing `id` is. */
export type Things = Record<string, string>

/**
 * One of everything a person can have, with `mark` in every text, for tests that are generated from the contract; she
 * may organise.
 */
export async function makeThings(who: Client, mark: string, fields: { is_public: boolean }): Promise<Things> {
  const show = await who.post('/shows', {
    artist_name: `Artist ${mark}`,
    venue_name: `Venue ${mark}`,
    show_date: '2024-12-01',
    notes: mark,
    ...fields,
  })
  expect(show.status).toBe(201)
  const song = await who.post(`/shows/${show.body.id}/setlist`, { song_name: mark })
  await who.patch(`/shows/${show.body.id}`, { title: mark })
  const comment = await who.post('/comments', { show_id: show.body.id, content: mark })
  const revisions = await who.get(`/shows/${show.body.id}/revisions`)
  const sessions = await who.get('/auth/sessions')
  const photo = await upload(who, { show_id: show.body.id, caption: mark }, undefined, `${mark}.jpg`)
  expect(photo.status).toBe(201)
  const recorded = { show_id: show.body.id, caption: mark }
  const audio = await sendRecording(who, 'audio', 'tone.m4a', recorded)
  const video = await sendRecording(who, 'videos', 'clip.mp4', recorded)
  expect([audio.status, video.status]).toEqual([201, 201])
  const event = await makeEvent(who, {
    title: mark,
    description: mark,
    location_address: mark,
    artists: [`Act ${mark}`],
    visibility: fields.is_public ? 'public' : 'private',
  })
  const copy = await who.post('/exports', { format: 'json' })
  const table = `artist_name,venue_name,show_date,notes\nBrought ${mark},${mark},2014-12-01,${mark}\n`
  const brought = await sendImport(who, 'csv', table, {}, `${mark}.csv`)
  expect(brought.status).toBe(201)
  const request = await who.post('/friends/request', { username: 'founder' })
  expect(request.status).toBe(201)
  const { body: friend } = await who.get('/users/founder')
  const message = await who.post('/chat/send', { recipient_id: friend.id, text: mark })
  expect(message.status).toBe(201)
  expect((await who.post(`/chat/show/${show.body.id}/messages`, { text: mark })).status).toBe(201)
  const mood = await who.post('/mood/samples', { source: 'button', mood: 'neutral' })
  expect(mood.status).toBe(201)
  const { body: music } = await who.get('/music/library')
  const played = await who.post('/music/play', { track_id: music.items[0].id })
  const playlist = await who.post('/playlists', {
    name: mark,
    description: mark,
    track_ids: [music.items[0].id],
  })
  expect([played.status, playlist.status]).toEqual([200, 201])
  return {
    'shows/id': show.body.id,
    show_id: show.body.id,
    from_show_id: show.body.id,
    song_id: song.body.id,
    'comments/id': comment.body.id,
    'chat/id': show.body.id,
    conversation_id: message.body.conversation_id,
    message_id: message.body.id,
    recipient_id: friend.id,
    revision_id: revisions.body.items[0].id,
    'events/id': event.id,
    'photos/id': photo.body.id,
    'audio/id': audio.body.id,
    audio_id: audio.body.id,
    'videos/id': video.body.id,
    file: 'master.m3u8',
    upload_id: await begun(who, 1000, { filename: mark, show_id: show.body.id }),
    'artists/id': show.body.artist.id,
    'venues/id': show.body.venue.id,
    'auth/id': sessions.body.items[0].id,
    user_id: who.id,
    request_id: request.body.id,
    // what only admins and moderators have stands for nothing to everybody else
    invitation_id: who.id,
    organizer_request_id: who.id,
    case_id: who.id,
    username: who.username,
    'users/id': who.id,
    'exports/id': copy.body.id,
    import_id: brought.body.id,
    'calendar/id': show.body.id,
    'mood/id': mood.body.id,
    'music/library/id': music.items[0].id,
    'music/listens/id': played.body.listen.id,
    track_id: music.items[0].id,
    'playlists/id': playlist.body.id,
    // everybody has rules of her own by these names
    'mood/mood': 'happy',
    // her calendar has an address of its own, which is nobody else's to know
    token: 'unknown',
    'connections/provider': 'spotify',
    provider_name: 'setlistfm',
    // a show here is found where others have setlists and concerts
    setlist_id: show.body.id,
    mbid: show.body.id,
  }
}

/** The path of an operation on these things. */
export function pathOf(endpoint: Endpoint, things: Things): string {
  const [, noun] = endpoint.path.split('/')
  return endpoint.path.replaceAll(/\{(\w+)\}/g, (_all, name: string, at: number) => {
    const before = endpoint.path.slice(1, at)
    const value = things[name] ?? things[`${before}${name}`] ?? things[`${noun}/${name}`]
    if (value === undefined)
      throw new Error(`Say in things.ts what {${name}} of ${endpoint.path} stands for.`)
    return value
  })
}

/** The example of an operation's body, with the ids of these things where it names some. */
export function bodyOf(endpoint: Endpoint, things: Things = {}): Record<string, unknown> | undefined {
  if (endpoint.body === undefined) return undefined
  const example = (endpoint.body.meta()?.example ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, things[key] ?? value]))
}

/** Sends an operation with a JSON body, or without one. */
export function send(who: Client, endpoint: Endpoint, path: string, body: unknown, headers = {}) {
  return who.request(endpoint.method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  })
}
