import { createHash } from 'node:crypto'
import { AccountExport } from '@sharemyshows/contract/account-export'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { exported, makeExport } from '../../../test/exports.ts'
import { listen } from '../../../test/live.ts'
import { addPhoto, jpeg, keptFiles, until, upload } from '../../../test/photos.ts'
import { sample, sendRecording, settledRecording } from '../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { addTrack } from '../../../test/tracks.ts'
import { unzip } from '../../../test/zip.ts'

/** A busy machine is slow, not wrong. */
const PATIENCE = { timeout: 25_000 }

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fileOf = async (who: Client, id: string) => who.get(`/exports/${id}/file`)

describe('50: an export', () => {
  it('is complete: everything that is hers, and every original byte for byte', async () => {
    const [cleo] = await server.people('cleo')
    await cleo.patch('/users/me', { display_name: 'Cleo', bio: 'Front row.', home_city: 'Utrecht' })
    const show = await logShow(cleo, {
      artist_name: 'Sigur Rós',
      support: ['The Opener'],
      show_time: '20:30',
      notes: 'Left, by the desk',
      rating: 5,
      audience: 'friends',
    })
    await cleo.post(`/shows/${show.id}/setlist`, { song_name: 'Hoppípolla', notes: 'twice', encore: true })
    await logShow(cleo, { artist_name: 'Sigur Rós', show_date: '2020-02-01', title: 'The last one before' })
    const bytes = await jpeg(80, 60)
      .withExif({ IFD0: { Make: 'A camera' } })
      .toBuffer()
    const photo = await addPhoto(cleo, { show_id: show.id, caption: 'Lights' }, bytes, 'IMG 1.JPG')
    await addPhoto(cleo, {}, await jpeg().toBuffer(), '../../etc/passwd')
    await cleo.post('/comments', { show_id: show.id, content: 'That drum' })
    await cleo.post('/chat/send', { recipient_id: bo.id, text: 'See you there' })
    await cleo.post(`/users/${bo.id}/block`)
    const [pal, asked, followed] = await server.people('pal', 'asked', 'followed')
    for (const one of [pal, asked]) await cleo.post('/friends/request', { user_id: one.id })
    await pal.post('/friends/request', { user_id: cleo.id })
    await cleo.post(`/users/${followed.id}/follow`)
    await logShow(bo, { artist_name: 'Not hers' })
    const mood = await cleo.post('/mood/samples', { source: 'button', mood: 'sad' })
    await cleo.post(`/mood/samples/${mood.body.id}/correct`, { mood: 'happy' })
    await cleo.put('/mood/rules/sad', { tempo: [50, 70] })
    await server.app.pool.query(
      `insert into linked_accounts (person_id, provider, external_id, account_name, scopes, access_token, access_expires_at)
        values ($1, 'spotify', 'cleo', 'Cleo there', '{user-library-read}', 'a sealed token', now())`,
      [cleo.id],
    )
    await bo.post('/mood/samples', { source: 'button', mood: 'angry' })

    const song = await addTrack(server, cleo, { title: 'Hers' })
    await cleo.post('/music/play', { track_id: song.id, mood: 'sad' })
    await cleo.post('/playlists', { name: 'Evenings', track_ids: [song.id] })
    await server.app.pool.query('update media set deleted_at = now() where id = $1', [song.audio])

    const made = await makeExport(cleo, 'archive')
    expect(made).toMatchObject({ state: 'ready', progress: 1, failure: null })
    const { status, body, headers } = await fileOf(cleo, made.id)
    expect([status, headers.get('content-type'), body.length]).toEqual([200, 'application/zip', made.size])
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''sharemyshows-.*\.zip$/)

    const files = unzip(body)
    const account = JSON.parse(String(files.get('account.json')))
    // nothing but what the published schema describes
    expect(AccountExport.parse(account)).toEqual(account)
    expect(JSON.parse(String(files.get('account-export.schema.json')))).toEqual(
      (await server.stranger.get('/exports/schema')).body,
    )
    expect(account.profile).toMatchObject({ username: 'cleo', email: 'cleo@example.org', bio: 'Front row.' })
    expect(account.people).toEqual({
      friends: ['pal'],
      requested: ['asked'],
      following: ['followed'],
      blocked: ['bo'],
    })
    expect(account.shows.map((one: { date: string }) => one.date)).toEqual(['2019-12-01', '2020-02-01'])
    expect(account.shows[0]).toMatchObject({
      id: show.id,
      time: '20:30',
      time_zone: 'Europe/Amsterdam',
      line_up: [{ name: 'Sigur Rós' }, { name: 'The Opener' }],
      venue: { name: 'TivoliVredenburg', city: 'Utrecht', country: 'NL' },
      setlist: [{ song_order: 1, song_name: 'Hoppípolla', notes: 'twice', encore: true }],
      attendance: { notes: 'Left, by the desk', rating: 5, audience: 'friends' },
    })
    expect(account.comments).toMatchObject([
      { content: 'That drum', show: { artist_name: 'Sigur Rós', venue_name: 'TivoliVredenburg' } },
    ])
    expect(account.messages).toMatchObject([{ text: 'See you there', with: 'bo', show_id: null }])
    expect(account.revisions.flatMap((one: { fields: string[] }) => one.fields)).toContain('setlist')
    expect(account.sessions).toHaveLength(1)
    expect(account.moods).toMatchObject([{ id: mood.body.id, mood: 'happy', corrected_from: 'sad' }])
    const named = { media_id: song.audio, spotify_track_id: null, name: 'Hers', artist: null }
    expect(account.playlists).toMatchObject([{ name: 'Evenings', items: [named] }])
    expect(account.listens).toMatchObject([{ ...named, mood: 'sad', outcome: 'playing' }])
    expect(account.settings.connections).toEqual([
      {
        provider: 'spotify',
        account_name: 'Cleo there',
        scopes: ['user-library-read'],
        connected_at: expect.stringMatching(/Z$/),
      },
    ])
    expect(account.settings.mood_rules).toMatchObject([{ mood: 'sad', tempo: [50, 70], valence: [0, 0.45] }])

    expect(account.media).toHaveLength(2)
    expect(account.media[0]).toMatchObject({ id: photo.id, caption: 'Lights', file_name: 'IMG 1.JPG' })
    for (const { file, sha256: hash, file_size } of account.media) {
      expect(file).toMatch(/^originals\/[\p{L}\d-]+\/[\p{L}\d-]+\.jpg$/u)
      const original = files.get(file) as Buffer
      expect([sha256(original), original.length]).toEqual([hash, file_size])
    }
    expect(sha256(files.get(account.media[0].file) as Buffer)).toBe(sha256(bytes))
    const originals = [...files.keys()].filter((name) => name.startsWith('originals/'))
    expect(originals.sort()).toEqual(account.media.map(({ file }: { file: string }) => file).sort())
    expect(JSON.stringify(account)).not.toContain('Not hers')
  })

  it('as JSON alone says the same, without naming files it does not bring', async () => {
    const [dee] = await server.people('dee')
    await addPhoto(dee)
    const { id } = await makeExport(dee, 'json')
    const { body } = await fileOf(dee, id)
    expect(AccountExport.parse(body)).toEqual(body)
    expect(body.media.map(({ file }: { file: unknown }) => file)).toEqual([null])
  })

  it('50: has recordings, and leaves out what was deleted', async () => {
    const [zoe] = await server.people('zoe')
    const sound = sample('mono-8khz.wav')
    const { body: kept } = await sendRecording(zoe, 'audio', 'desk.wav', { title: 'Desk' }, sound)
    await settledRecording(zoe, 'audio', kept.id)
    const gone = await addPhoto(zoe, { caption: 'gone' })
    await zoe.delete(`/photos/${gone.id}`)
    await server.app.pool.query(
      `update media set duration_ms = 1500, tags = '{"title":"Set","artist":null,"album":null,"date":null}' where id = $1`,
      [kept.id],
    )
    const before = await keptFiles(server)
    const { id } = await makeExport(zoe, 'archive')
    const files = unzip((await fileOf(zoe, id)).body)
    const account = AccountExport.parse(JSON.parse(String(files.get('account.json'))))
    expect(account.media).toMatchObject([
      {
        id: kept.id,
        kind: 'audio',
        caption: 'Desk',
        mime_type: 'audio/wav',
        duration: 1.5,
        tags: { title: 'Set' },
      },
    ])
    expect(sha256(files.get(account.media[0]?.file ?? '') as Buffer)).toBe(sha256(sound))
    expect([...files.keys()].filter((name) => name.startsWith('originals/'))).toHaveLength(1)
    await zoe.delete(`/exports/${id}`)
    await until(async () => (await keptFiles(server)).length === before.length)
  })

  it('as a table has the names under which shows are created, and no formula', async () => {
    const [eve] = await server.people('eve')
    await logShow(eve, {
      artist_name: '=HYPERLINK("https://evil.example")',
      venue_name: '@cafe "De Hoek"',
      venue_latitude: -33.85,
      venue_longitude: 151.2,
      notes: '-1+1\nsecond line',
    })
    const { id } = await makeExport(eve, 'csv')
    const headers = { authorization: `Bearer ${eve.token}` }
    const answer = await fetch(`${server.url}/api/v1/exports/${id}/file`, { headers })
    const text = Buffer.from(await answer.arrayBuffer()).toString()
    expect(text.startsWith('\ufeffartist_name,support,venue_name,venue_address,venue_city,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    expect(text).toContain(`"'@cafe ""De Hoek"""`)
    expect(text).toContain(`"'-1+1\nsecond line"`)
    expect(text).toContain(',-33.85,151.2,2019-12-01,')
    expect(text.replace('\ufeff', '').split('\r\n')).toHaveLength(3)
  })

  it('is for its owner alone', async () => {
    const { id, url } = await makeExport(ana, 'json')
    expect(url).toBe(`/api/v1/exports/${id}/file`)
    for (const path of [`/exports/${id}`, `/exports/${id}/file`]) {
      expect((await ana.get(path)).status).toBe(200)
      expect((await bo.get(path)).status).toBe(404)
      expect((await server.stranger.get(path)).status).toBe(401)
    }
    expect((await bo.delete(`/exports/${id}`)).status).toBe(404)
    expect((await bo.get('/exports')).body.items).toEqual([])
  })

  it('expires after seven days, and its file goes', async () => {
    const { id, expires_at } = await makeExport(ana, 'csv')
    expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(6.99 * 86_400_000)
    await server.app.pool.query(`update exports set expires_at = now() where id = $1`, [id])
    expect((await fileOf(ana, id)).status).toBe(404)
    await server.app.pool.query(`select graphile_worker.add_job('sweep-exports')`)
    await vi.waitFor(async () => {
      expect((await ana.get(`/exports/${id}`)).body.state).toBe('expired')
      expect((await keptFiles(server)).filter((name) => name.endsWith('.csv'))).toHaveLength(1)
    }, PATIENCE)
  })
})

describe('45: exports are costly', () => {
  it('one is made at a time', async () => {
    const [fay] = await server.people('fay')
    const asked = await Promise.all(Array.from({ length: 5 }, () => fay.post('/exports', { format: 'json' })))
    const made = asked.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThanOrEqual(1)
    for (const { status, body } of asked) {
      if (status !== 201) expect([status, body.code]).toEqual([409, 'export_under_way'])
    }
    const { rows } = await server.app.pool.query(
      `select count(*)::int as n from exports where user_id = $1 and state in ('waiting', 'running')`,
      [fay.id],
    )
    expect(rows[0].n).toBeLessThanOrEqual(1)
  })

  it('and ten an hour; then it is 429 with Retry-After', async () => {
    const limited = await startTestServer({ RATE_LIMITS: 'on' })
    const [gus] = await limited.people('gus')
    const asked = await Promise.all(
      Array.from({ length: 12 }, () => gus.post('/exports', { format: 'json' })),
    )
    const refused = asked.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(2)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(60)
    await limited.stop()
  })
})

describe('while it is made', () => {
  it('tells its person, and nobody else', async () => {
    const [hal] = await server.people('hal')
    const [mine, others] = await Promise.all([listen(server.url, hal), listen(server.url, bo)])
    const { id } = await makeExport(hal, 'json')
    expect((await mine.hear('export_progress', { id, state: 'ready' })).payload.progress).toBe(1)
    expect(others.heard).toEqual([])
    mine.socket.close()
    others.socket.close()
  })

  it('begins again after a crash, and takes the place of the last one of its format', async () => {
    const [ivy] = await server.people('ivy')
    const first = await makeExport(ivy, 'json')
    // as a process leaves it that was killed: the row says running, and nobody is
    await server.app.pool.query(
      `update exports set state = 'running', progress = 0.4, storage_key = null where id = $1`,
      [first.id],
    )
    await server.app.pool.query(
      `select graphile_worker.add_job('make-export', json_build_object('id', $1::text))`,
      [first.id],
    )
    expect((await exported(ivy, first.id)).state).toBe('ready')
    const second = await makeExport(ivy, 'json')
    expect((await ivy.get('/exports')).body.items.map((one: { id: string }) => one.id)).toEqual([second.id])
  })

  it('is stopped by deleting it, and leaves no file', async () => {
    const [joy] = await server.people('joy')
    await upload(joy)
    const { id } = (await joy.post('/exports', { format: 'archive' })).body
    expect((await joy.delete(`/exports/${id}`)).status).toBe(204)
    await vi.waitFor(async () => {
      const { rows } = await server.app.pool.query(
        `select task_identifier from graphile_worker.jobs where task_identifier in ('make-export', 'remove-files')`,
      )
      expect(rows).toEqual([])
    }, PATIENCE)
    expect((await joy.get('/exports')).body.items).toEqual([])
    expect((await keptFiles(server)).filter((name) => name.endsWith('.zip'))).toHaveLength(1)
  })

  it('leaves out an original whose file is lost, and says so', async () => {
    const [kit] = await server.people('kit')
    await addPhoto(kit)
    const { rows } = await server.app.pool.query('select storage_key from media where owner_id = $1', [
      kit.id,
    ])
    await server.app.pool.query(
      `select graphile_worker.add_job('remove-files', json_build_object('keys', array[$1::text]))`,
      [rows[0].storage_key],
    )
    await vi.waitFor(async () => expect(await keptFiles(server)).not.toContain(rows[0].storage_key), PATIENCE)
    const { id } = await makeExport(kit, 'archive')
    const files = unzip((await fileOf(kit, id)).body)
    expect(JSON.parse(String(files.get('account.json'))).media).toMatchObject([{ file: null }])
  })
})
