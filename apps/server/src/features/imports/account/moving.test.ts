import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeZip } from '../../../../test/bombs.ts'
import type { Client } from '../../../../test/client.ts'
import {
  archiveOf,
  bringAlong,
  comparable,
  fillAccount,
  sendExport,
  settledImport,
  sha256,
} from '../../../../test/moving.ts'
import { addPhoto, settled, until } from '../../../../test/photos.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'
import { addTrack } from '../../../../test/tracks.ts'

let here: TestServer
let there: TestServer
let ana: Client
let bo: Client
let left: Awaited<ReturnType<typeof archiveOf>>

beforeAll(async () => {
  here = await startTestServer()
  there = await startTestServer()
  ;[ana, bo] = await here.people('ana', 'bo')
  await fillAccount(here, ana)
  // a show of hers that another keeps, and one of another's where she said something
  await logShow(ana, { artist_name: 'Of Both', notes: 'hers' })
  await logShow(bo, { artist_name: 'Of Both' })
  const his = await logShow(bo, { artist_name: 'Only His' })
  await ana.post('/comments', { show_id: his.id, content: 'Wish I had been there' })
  left = await archiveOf(here, ana)
  const body = JSON.stringify({ password: PASSWORD, when: 'now' })
  await ana.request('DELETE', '/users/me', { headers: { 'content-type': 'application/json' }, body })
  await until(async () => {
    const { rows } = await here.app.pool.query('select 1 from users where id = $1', [ana.id])
    return rows.length === 0
  })
})
afterAll(() => Promise.all([here.stop(), there.stop()]))

const NONE = { added: 0, present: 0, skipped: 0, failed: 0, undone: 0, kept: 0 }
const counted = (made: { extras: { kind: string; added: number; failed: number }[] }) =>
  Object.fromEntries(made.extras.map(({ kind, added, failed }) => [kind, [added, failed]]))

/** The account as it would be compared, once all renditions that were begun are made. */
async function exportedAgain(server: TestServer, who: Client) {
  await until(async () => {
    const { rows } = await server.app.pool.query(`select 1 from media where state = 'processing' limit 1`)
    return rows.length === 0
  })
  return archiveOf(server, who)
}

/** What of a person's an import may have made, as rows. */
const TABLES = [
  'shows',
  'attendances',
  'artists',
  'venues',
  'setlist_songs',
  'performances',
  'media',
  'comments',
  'mood_samples',
  'mood_rules',
  'notification_settings',
  'playlists',
  'listens',
  'tracks',
  'library_entries',
  'activities',
  'notifications',
  'revisions',
]
async function countRows({ app }: TestServer) {
  const counts = await Promise.all(
    TABLES.map(async (table) => [
      table,
      (await app.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n,
    ]),
  )
  return Object.fromEntries(counts)
}
const profileOf = async (who: Client) => {
  const { updated_at: _, ...me } = (await who.get('/users/me')).body
  return me
}

describe('an account that was exported and deleted', () => {
  it('50: is equal on an empty server, down to each byte of what was sent', async () => {
    const [moved] = await there.people('ana')
    const before = [await countRows(there), await profileOf(moved)]
    const made = await bringAlong(moved, left.zip)
    expect(made).toMatchObject({ state: 'done', outcomes: { ...NONE, added: 5 } })
    expect(counted(made)).toEqual({
      profile: [2, 0],
      media: [4, 0],
      comments: [2, 0],
      moods: [3, 0],
      playlists: [2, 0],
      listens: [1, 0],
    })
    // of what was left behind only this is said, and nobody was told of anything
    expect(made.problems.map(({ message }: { message: string }) => message)).toEqual([
      'What is shared with others does not come along: your changes of shared facts.',
      'The show it is about is not here.',
    ])
    expect(await countRows(there)).toMatchObject({ activities: 0, notifications: 0 })

    const again = await exportedAgain(there, moved)
    const hers = comparable(left.account)
    // what is compared is there to be compared
    expect(hers.shows.find(({ title }) => title === 'A long evening')).toMatchObject({
      ends_at: expect.stringMatching(/Z$/),
      line_up: [{ name: 'Sigur Rós', mbid: expect.any(String) }, {}, {}, { name: '=1+1' }],
      setlist: [{ tape: true }, {}, { cover_of: 'David Bowie', set: 2 }, { encore: true }, { set: 2 }],
      attendance: { arrived_at: '2019-12-01T18:40:00.123Z', created_at: '2019-12-02T08:00:00.456Z' },
    })
    expect(hers.media.map(({ captured_at_source }) => captured_at_source)).toContain('exif_local')
    const gone = hers.comments.filter(({ content }) => content === 'Wish I had been there')
    expect(gone).toHaveLength(1)
    expect(comparable(again.account)).toEqual({
      ...hers,
      comments: hers.comments.filter((comment) => !gone.includes(comment)),
    })
    const hashes = ({ account, files }: typeof left) =>
      account.media.map(({ file }) => sha256(files.get(file ?? '') as Buffer))
    expect(hashes(again)).toEqual(left.account.media.map((medium) => medium.sha256))
    expect(hashes(again)).toEqual(hashes(left))
    expect(again.files.has('avatar.webp')).toBe(true)

    // a second time there is nothing new
    const twice = await bringAlong(moved, left.zip)
    expect(twice).toMatchObject({ state: 'done', outcomes: { ...NONE, present: 5 } })
    expect(twice.extras.every(({ added }: { added: number }) => added === 0)).toBe(true)
    expect(comparable((await exportedAgain(there, moved)).account)).toEqual(comparable(again.account))

    // and all of it can be taken back
    await moved.post(`/imports/${made.id}/undo`, {})
    expect(await settledImport(moved, made.id)).toMatchObject({ state: 'undone' })
    expect([await countRows(there), await profileOf(moved)]).toEqual(before)
  })

  it('comes back beside what others kept, and what she has begun anew', async () => {
    const [back] = await here.people('ana')
    await back.patch('/users/me', { bio: 'Begun anew', default_audience: 'friends' })
    const kept = await logShow(back, { artist_name: 'Of Both', notes: 'anew' })
    const made = await bringAlong(back, left.zip)
    expect(made).toMatchObject({ state: 'done', outcomes: { ...NONE, added: 4, present: 1 } })
    // his show is here, so that what she said of it is, too
    expect(counted(made)).toMatchObject({ comments: [3, 0], media: [4, 0] })
    expect((await back.get('/users/me')).body).toMatchObject({
      bio: 'Begun anew',
      default_audience: 'friends',
      display_name: 'Ana Says',
      default_media_audience: 'private',
    })
    expect((await back.get(`/shows/${kept.id}`)).body.my_attendance.notes).toBe('anew')
    expect((await bo.get('/feed')).body.items).toEqual([])
  })
})

describe('what comes along is what can', () => {
  it('without the archive photos stay behind, and the rest does not', async () => {
    const [lea] = await there.people('lea')
    const document = left.files.get('account.json') as Buffer
    const made = await bringAlong(lea, document, 'account.json')
    expect(made).toMatchObject({ state: 'done', outcomes: { added: 5, failed: 0 } })
    expect(counted(made)).toMatchObject({ media: [0, 0], comments: [2, 0], moods: [3, 0], playlists: [2, 0] })
    const messages = made.problems.map(({ message }: { message: string }) => message)
    expect(messages).toContain(
      'This is the document alone: its 4 photos and recordings come only with the archive.',
    )
    expect(messages).toContain('Evenings: 1 of its tracks is not here, and left out.')
  })

  it('34: what a person has no room for fails for itself', async () => {
    const small = await startTestServer({ STORAGE_QUOTA_MB: '1' })
    const [max] = await small.people('max')
    await addTrack(small, max, {})
    await small.app.pool.query('update media set file_size = 1048576 - 5000')
    const made = await bringAlong(max, left.zip)
    expect(made).toMatchObject({ state: 'done', outcomes: { added: 5 } })
    const [added, failed] = counted(made).media ?? []
    expect([(added ?? 0) + (failed ?? 0), (failed ?? 0) > 0]).toEqual([4, true])
    expect(made.problems).toContainEqual(
      expect.objectContaining({ message: 'Your storage is full. Delete something first.' }),
    )
    await small.stop()
  })

  it('a photo whose bytes are others than were exported does not', async () => {
    const [mia] = await there.people('mia')
    const zip = Buffer.from(left.zip)
    const file = left.files.get(left.account.media[0]?.file ?? '') as Buffer
    const at = zip.indexOf(file) + file.length - 10
    zip.writeUInt8(zip.readUInt8(at) ^ 1, at)
    const made = await bringAlong(mia, zip)
    expect(counted(made).media).toEqual([3, 1])
    expect(made.problems).toContainEqual(
      expect.objectContaining({ field: 'media', message: 'Its file in the archive is damaged.' }),
    )
  })

  it('what is undone stays where something was added to it since', async () => {
    const [eve] = await there.people('eve')
    const made = await bringAlong(eve, left.zip)
    const { items } = (await eve.get('/shows?scope=mine&limit=100')).body
    const show = items.find((one: { artist_name: string }) => one.artist_name === 'Yet to Come')
    const photo = await addPhoto(eve, { show_id: show.id })
    await eve.patch('/users/me', { display_name: 'Eve' })
    await eve.post(`/imports/${made.id}/undo`, {})
    const undone = await settledImport(eve, made.id)
    expect(undone).toMatchObject({ state: 'undone', outcomes: { undone: 4, kept: 1 } })
    expect((await settled(eve, photo.id)).show_id).toBe(show.id)
    expect((await eve.get('/users/me')).body).toMatchObject({ display_name: 'Eve', bio: null, avatar: null })
    expect((await eve.get('/shows?scope=mine')).body.items).toHaveLength(1)
  })

  it('31: a bomb is looked at, and said to be one', async () => {
    const [pat] = await there.people('pat')
    const bomb = writeZip([{ name: 'account.json', bytes: Buffer.alloc(60_000_000) }])
    const failure = 'This archive is not made as ours are, and is not opened.'
    expect(await sendExport(pat, bomb)).toMatchObject({ state: 'failed', failure, undoable: false })
  })

  it('is looked at first: shows by their numbers, and what comes besides', async () => {
    const [fay] = await there.people('fay')
    const waiting = await sendExport(fay, left.zip)
    expect(waiting).toMatchObject({ source: 'export', rows: { total: 5, ok: 5, bad: 0 } })
    expect(waiting.extras).toEqual(
      [
        ['profile', 2],
        ['media', 4],
        ['comments', 3],
        ['moods', 3],
        ['playlists', 2],
        ['listens', 1],
      ].map(([kind, total]) => ({ kind, total, added: 0, failed: 0 })),
    )
    const { items } = (await fay.get(`/imports/${waiting.id}/rows`)).body
    expect(
      items.map(({ row, entry }: { row: number; entry: { show_date: string } }) => [row, entry.show_date]),
    ).toEqual(left.account.shows.map(({ date }, n) => [n + 1, date]))
  })
})
