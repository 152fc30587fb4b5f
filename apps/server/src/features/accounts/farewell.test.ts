import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CANARY,
  filesWithCanaries,
  relationsWithCanaries,
  tablesWithCanaries,
} from '../../../test/canaries.ts'
import { type Client, createClient } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { makeExport } from '../../../test/exports.ts'
import { sendImport } from '../../../test/imports.ts'
import { allJobsDone } from '../../../test/mail.ts'
import { addPhoto, jpeg, keptFiles } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { begun, sendPart } from '../../../test/uploads.ts'
import { createLog } from '../../platform/log/log.ts'

let server: TestServer
let bo: Client
let logs = ''
beforeAll(async () => {
  const sink = new PassThrough()
  sink.on('data', (line) => {
    logs += line
  })
  server = await startTestServer({ RATE_LIMITS: 'on' }, createLog('trace', sink))
  ;[bo] = await server.people('bo')
})
afterAll(() => server.stop())

/** Somebody who leaves a canary in everything she can write. */
async function sing(): Promise<Client> {
  const username = `${CANARY}-name`
  const email = `${CANARY}-mail@example.org`
  const agent = { 'user-agent': `${CANARY}-agent` }
  const { body } = await server.stranger.post(
    '/auth/register',
    { username, email, password: PASSWORD },
    agent,
  )
  const who = createClient(server.url, { id: body.user.id, username, token: body.access_token })
  const ok = async (answer: Promise<{ status: number; body: { code?: string; errors?: unknown } }>) => {
    const { status, body } = await answer
    expect([status < 300, body?.code, body?.errors]).toEqual([true, undefined, undefined])
    return body as Record<string, string>
  }
  for (const identifier of [username, email]) {
    await server.stranger.post('/auth/login', { identifier, password: 'a guess at her password' }, agent)
  }
  await ok(server.stranger.post('/auth/forgot-password', { email }))
  await ok(
    who.patch('/users/me', {
      display_name: `${CANARY} shown`,
      bio: `${CANARY} bio`,
      home_city: `${CANARY} town`,
    }),
  )
  await ok(who.put('/users/me/email', { email: `${CANARY}-new@example.org`, password: PASSWORD }))
  await ok(who.post('/auth/profile/mfa', { enable: true, method: 'email', password: PASSWORD }))

  const kept = (key: string) => ({ 'idempotency-key': `${CANARY} ${key}` })
  const lonely = await ok(
    who.post(
      '/shows',
      {
        artist_name: `${CANARY} band`,
        support: [`${CANARY} support`],
        venue_name: `${CANARY} garden`,
        venue_address: `${CANARY} street 1`,
        venue_city: `${CANARY} village`,
        venue_state: `${CANARY} state`,
        show_date: '2024-12-01',
        title: `${CANARY} title`,
        notes: `${CANARY} notes`,
        rating: 5,
      },
      kept('show'),
    ),
  )
  await ok(
    who.post(`/shows/${lonely.id}/setlist`, {
      song_name: `${CANARY} song`,
      artist_name: `${CANARY} singer`,
      cover_of: `${CANARY} writer`,
      guest: `${CANARY} guest`,
      notes: `${CANARY} note`,
    }),
  )
  await ok(
    who.patch(`/shows/${lonely.id}`, { title: `${CANARY} other title`, venue_address: `${CANARY} street 2` }),
  )
  await ok(who.patch(`/shows/${lonely.id}`, { audience: 'private' }))
  await ok(who.patch(`/shows/${lonely.id}`, { venue_address: `${CANARY} street 3` }))

  const [host] = await server.people('host')
  await appoint(server, 'organizer', host)
  const event = await makeEvent(host, {
    title: `${CANARY} event`,
    description: `${CANARY} about it`,
    category: `${CANARY} kind`,
    location_address: `${CANARY} street 4`,
    artists: [`${CANARY} act`],
  })
  await ok(bo.post(`/events/${event.id}/rsvp`, { status: 'maybe' }))
  const poster = new FormData()
  poster.set('file', new File([new Uint8Array(await jpeg().toBuffer())], `${CANARY}.jpg`))
  await ok(host.request('PUT', `/events/${event.id}/poster`, { body: poster }))
  // she asks for that role only later
  const whose = 'update shows set organizer_id = $1, created_by = $1 where id = $2'
  await server.app.pool.query(whose, [who.id, event.id])
  await server.app.pool.query('delete from activities where actor_id = $1', [host.id])

  const shared = await logShow(bo, { artist_name: 'Of both' })
  await logShow(who, { artist_name: 'Of both', notes: `${CANARY} mine` })
  const camera = await jpeg()
    .withExif({ IFD0: { Artist: `${CANARY} photographer` } })
    .toBuffer()
  for (const show_id of [lonely.id ?? '', shared.id]) {
    await addPhoto(who, { show_id, caption: `${CANARY} caption` }, camera, `${CANARY} file.jpg`)
  }
  const half = Buffer.from(`${CANARY} half of it`)
  const named = { filename: `${CANARY}.mp4`, show_id: shared.id, caption: `${CANARY} on its way` }
  expect((await sendPart(who, await begun(who, 1000, named), 0, half)).status).toBe(204)
  const face = new FormData()
  face.set('file', new File([new Uint8Array(camera)], `${CANARY}.jpg`))
  await ok(who.request('PUT', '/users/me/avatar', { body: face }))

  const said = { show_id: shared.id, content: `${CANARY} said` }
  const comment = await ok(who.post('/comments', said, kept('comment')))
  await ok(who.put(`/comments/${comment.id}`, { content: `${CANARY} said better` }))
  const deleted = await ok(who.post('/comments', { ...said, content: `${CANARY} regretted` }))
  await who.delete(`/comments/${deleted.id}`)
  const reported = { target: 'comment', target_id: comment.id, reason: 'other', note: `${CANARY} she wrote` }
  await ok(bo.post('/reports', reported))
  await ok(
    who.post('/reports', { target: 'person', target_id: bo.id, reason: 'other', note: `${CANARY} told` }),
  )
  await server.app.pool.query(
    `insert into notifications (id, person_id, kind, actor_id, note) values (gen_random_uuid(), $1, 'event_cancelled', $2, $3),
      (gen_random_uuid(), $2, 'moderation', null, $3)`,
    [bo.id, who.id, `${CANARY} reason`],
  )
  await ok(who.put('/notifications/settings', { items: [{ kind: 'comment', mail: true }] }))
  await ok(
    who.post('/playlists', { name: `${CANARY} list`, description: `${CANARY} songs` }, kept('playlist')),
  )
  await ok(who.put('/mood/rules/happy', { description: `${CANARY} songs` }))
  const written = { recipient_id: bo.id, text: `${CANARY} between us`, client_id: `${CANARY}-1` }
  await ok(who.post('/chat/send', written, kept('message')))
  await ok(who.post(`/chat/show/${shared.id}/messages`, { text: `${CANARY} to all` }))
  const naming = { show_id: shared.id, content: `hello @${username}` }
  await ok(bo.post('/comments', naming, { 'idempotency-key': 'names her' }))
  await ok(bo.get(`/users/${username}`))
  await fetch(`${server.url}/profile/${username}`, { headers: { accept: 'text/html' } })
  await bo.post(`/users/${who.id}/block`)

  await server.app.pool.query(`update instance_settings set organizers = 'on_request'`)
  await ok(who.post('/users/me/organizer-request', { message: `${CANARY} please` }))
  await server.app.pool.query(
    `insert into invitations (id, token_hash, email, role, used_by, used_at, expires_at)
      values (gen_random_uuid(), '\\x01', $1, 'attendee', $2, now(), now())`,
    [email, who.id],
  )
  await server.app.pool.query(`insert into refused_addresses (address, answer) values ($1, 'no such user')`, [
    email,
  ])
  const table = `artist,venue,date,notes\n${CANARY} act,${CANARY} hall,2012-03-04,${CANARY} notes\n`
  await ok(sendImport(who, 'csv', table, {}, `${CANARY}.csv`))
  for (const format of ['archive', 'json', 'csv'] as const) {
    expect((await makeExport(who, format)).state).toBe('ready')
  }
  return who
}

describe('49: once an account is deleted', () => {
  it('nothing of it is in the database, in its files, among files and mails, or in the logs', {
    timeout: 120_000,
  }, async () => {
    const who = await sing()
    await allJobsDone(server)
    // where her canaries are, so that not finding any later means something
    expect(await tablesWithCanaries(server)).toEqual([
      'public.artists',
      'public.attendances',
      'public.comment_mentions',
      'public.comments',
      'public.idempotency_keys',
      'public.import_rows',
      'public.imports',
      'public.invitations',
      'public.mailed_links',
      'public.media',
      'public.messages',
      'public.moderation_cases',
      'public.mood_rules',
      'public.notifications',
      'public.organizer_requests',
      'public.playlists',
      'public.refused_addresses',
      'public.reports',
      'public.revisions',
      'public.sessions',
      'public.setlist_songs',
      'public.shows',
      'public.uploads',
      'public.users',
      'public.venues',
    ])
    expect((await relationsWithCanaries(server)).length).toBeGreaterThan(10)
    const files = await filesWithCanaries(server.dataDir)
    expect(files.filter((name) => name.startsWith('files/exports/'))).toHaveLength(3)
    expect(files.filter((name) => name.startsWith('files/media/'))).toHaveLength(2)
    expect(files.filter((name) => name.startsWith('files/uploads/'))).toHaveLength(1)
    expect(files.filter((name) => name.startsWith('mail/')).length).toBeGreaterThan(3)

    const { status } = await who.request('DELETE', '/users/me', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD, when: 'now' }),
    })
    expect(status).toBe(204)
    await allJobsDone(server)

    expect(await tablesWithCanaries(server)).toEqual([])
    expect(await relationsWithCanaries(server)).toEqual([])
    expect(await filesWithCanaries(server.dataDir)).toEqual([])
    expect(await keptFiles(server)).toEqual([])
    expect(logs.split('\n').filter((line) => line.toLowerCase().includes(CANARY))).toEqual([])
    expect(logs).toContain('"method":"DELETE"')
    const { rows } = await server.app.pool.query(
      `select act, actor_id, subject_pseudonym from audit_events where act like 'account_%' order by id`,
    )
    expect(rows).toMatchObject([
      { act: 'account_deleting', actor_id: null, subject_pseudonym: expect.stringMatching(/^deleted-/) },
      { act: 'account_deleted', actor_id: null, subject_pseudonym: rows[0].subject_pseudonym },
    ])
  })
})

/**
 * What becomes of every table when a person leaves. Whoever adds one says so here, and has its feature bring a `forget`
 * where deleting the person's row is not enough.
 */
const tables: Record<string, string> = {
  access_tokens: 'with sessions',
  activities: 'with the row of who did it, or to whom',
  analyses: 'with media',
  artists: 'shared; those of shows that only she held go by shows.forget',
  attendances: 'shows.forget',
  audit_events: 'stay under a pseudonym',
  calendar_feeds: 'with the row',
  challenges: 'with the row',
  cities: 'of nobody',
  code_tries: 'with the row',
  comment_mentions: 'comments.forget',
  comments: 'comments.forget leaves them without words',
  connection_requests: 'with the row',
  conversation_members: 'with the row',
  conversations: 'of both; chat.forget deletes those that nobody else is left of',
  credentials: 'with the row',
  event_staff: 'with the row',
  exports: 'transfers.forget',
  idempotency_keys: 'with the row; comments.forget rewrites what others’ say of her',
  import_rows: 'with imports',
  imports: 'imports.forget',
  instance_settings: 'of nobody',
  invitations: 'invitations.forget takes the address',
  library_entries: 'music.forget',
  library_syncs: 'with the row',
  linked_accounts: 'with the row',
  listens: 'music.forget',
  live_processes: 'of nobody',
  mailed_links: 'with the row',
  media: 'media.forget',
  messages: 'chat.forget leaves them without words',
  migrations: 'of nobody',
  moderation_cases: 'moderation.forget takes the words',
  mood_rules: 'with the row',
  mood_samples: 'with the row',
  notification_settings: 'with the row',
  notifications: 'with the row, and with that of whoever did it',
  one_time_codes: 'with the row',
  organizer_requests: 'with the row',
  performances: 'with shows',
  playlist_tracks: 'with playlists',
  playlists: 'with the row',
  presences: 'with the row',
  provider_answers: 'of nobody; they expire',
  provider_turns: 'of nobody',
  rate_limits: 'keys are hashes, which expire',
  recovery_codes: 'with the row',
  refresh_tokens: 'with sessions',
  refused_addresses: 'mail.forget',
  relationships: 'with the row',
  renditions: 'with media',
  reports: 'moderation.forget takes the words',
  revisions: 'stay without the author; history.forget deletes what only she could read',
  rsvps: 'with the row',
  sessions: 'with the row',
  setlist_links: 'with shows; they do not say who took them',
  setlist_songs: 'with shows',
  show_redirects: 'with shows',
  shows: 'shared; those that only she held go by shows.forget, what she organised by events.forget',
  tracks: 'recordings with media; songs that nobody has go by music.forget',
  uploads: 'uploads.forget',
  users: 'the row itself',
  venues: 'shared; those of shows that only she held go by shows.forget',
}

/** Columns that may outlive the person they name: the database empties them. */
const emptied = [
  'audit_events.actor_id',
  'audit_events.subject_id',
  'comments.author_id',
  'comments.deleted_by',
  'invitations.created_by',
  'invitations.used_by',
  'messages.author_id',
  'messages.deleted_by',
  'moderation_cases.decided_by',
  'moderation_cases.person_id',
  'reports.reporter_id',
  'revisions.author_id',
  'shows.created_by',
  'shows.organizer_id',
]

describe('49: no table is forgotten', () => {
  it('each says what becomes of it', async () => {
    const { rows } = await server.app.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort())
  })

  it('each column that names a person goes with her or is emptied', async () => {
    const { rows } = await server.app.pool.query<{ name: string; rule: string }>(`
      select c.conrelid::regclass || '.' || a.attname as name, c.confdeltype as rule from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'users'::regclass order by 1`)
    const CASCADE = 'c'
    const SET_NULL = 'n'
    expect(rows.filter(({ rule }) => rule !== CASCADE && rule !== SET_NULL)).toEqual([])
    expect(rows.filter(({ rule }) => rule === SET_NULL).map(({ name }) => name)).toEqual(emptied)
  })
})
