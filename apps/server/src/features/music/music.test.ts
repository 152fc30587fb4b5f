import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { sendRecording } from '../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { addTrack, hear } from '../../../test/tracks.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const someone = async (name: string): Promise<Client> => (await server.people(name))[0]
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name)

describe('a recording', () => {
  it('is a track as it is added, has its place once it is analysed, and goes and comes with it', async () => {
    const { body: audio } = await sendRecording(ana, 'audio', 'tone.m4a', { title: 'The last song' })
    const { body } = await ana.get('/music/library')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      audio_id: audio.id,
      source: 'upload',
      features: { state: 'awaited' },
    })
    await hear(server, audio.id, { valence: 0.8, energy: 0.7, bpm: 120 })
    expect((await ana.get('/music/library')).body.items[0].features).toMatchObject({
      ...{ state: 'known', source: 'engine', valence: 0.8, tempo: 120, liveness: 0.25, loudness: -12 },
    })
    expect((await ana.get('/music/recommendations?mood=happy')).body.items).toHaveLength(1)
    await ana.delete(`/audio/${audio.id}`)
    expect((await ana.get('/music/library')).body.items).toEqual([])
    expect((await ana.get('/music/summary')).body.total).toBe(0)
    expect((await ana.get('/music/recommendations?mood=happy')).body.items).toEqual([])
    await ana.post(`/audio/${audio.id}/restore`)
    expect((await ana.get('/music/library')).body.items[0].features.state).toBe('known')
    const { id } = body.items[0]
    await server.app.pool.query('delete from media where id = $1', [audio.id])
    expect((await ana.patch(`/music/library/${id}`, { name: 'Gone' })).status).toBe(404)
  })

  it('is called what its file says, else what its owner said, and its artist is that of its show', async () => {
    const cleo = await someone('cleo')
    const show = await logShow(cleo, { artist_name: 'Élan', show_date: '2023-05-01' })
    await addTrack(server, cleo, { title: 'Tagged', artist: 'elan' })
    await addTrack(server, cleo, { show_id: show.id })
    const { body } = await cleo.get('/music/library?sort=name')
    expect(body.items).toMatchObject([
      {
        name: 'Tagged',
        artist: 'elan',
        source: 'upload',
        heard_live: { show_id: show.id, artist_name: 'Élan' },
      },
      { name: 'take 1', artist: 'Élan', source: 'show', heard_live: { show_date: '2023-05-01' } },
    ])
    const [tagged] = body.items
    const renamed = await cleo.patch(`/music/library/${tagged.id}`, { name: 'Mine', artist: 'Nobody' })
    expect(renamed.body).toMatchObject({ name: 'Mine', artist: 'Nobody', heard_live: null })
    const back = await cleo.patch(`/music/library/${tagged.id}`, { name: null, artist: null })
    expect(back.body).toMatchObject({ name: 'Tagged', artist: 'elan' })
  })

  it('that is there twice is one track, until one of both goes', async () => {
    const dora = await someone('dora')
    const sha256 = Buffer.from('the same bytes')
    const [first, second] = [
      await addTrack(server, dora, { title: 'A', sha256 }),
      await addTrack(server, dora, { title: 'B', sha256 }),
    ]
    expect((await dora.get('/music/summary')).body.total).toBe(1)
    const { body } = await dora.get('/music/library')
    const shown = body.items[0].id === first.id ? first : second
    await dora.delete(`/audio/${shown.audio}`)
    const { items } = (await dora.get('/music/library')).body
    expect(items.map(({ id }: { id: string }) => id)).toEqual([shown === first ? second.id : first.id])
  })

  it('is left out and taken in again, which changes neither it nor what others have', async () => {
    const ella = await someone('ella')
    const { id, audio } = await addTrack(
      server,
      ella,
      { title: 'Once' },
      { valence: 0.7, energy: 0.7, bpm: 120 },
    )
    expect((await ella.delete(`/music/library/${id}`)).status).toBe(204)
    expect((await ella.delete(`/music/library/${id}`)).status).toBe(204)
    expect((await ella.get('/music/library')).body.items).toEqual([])
    expect((await ella.get('/music/recommendations?mood=happy')).body.items).toEqual([])
    expect((await ella.get(`/audio/${audio}`)).status).toBe(200)
    expect((await ella.post(`/music/library/${id}/restore`)).body.name).toBe('Once')
    expect((await ella.get('/music/library')).body.items).toHaveLength(1)
  })

  it('18: is nobody else’s to play, rename, take out or put on a list', async () => {
    const { id } = await addTrack(server, ana, { title: 'Private' })
    for (const answer of [
      await bo.patch(`/music/library/${id}`, { name: 'x' }),
      await bo.delete(`/music/library/${id}`),
      await bo.post(`/music/library/${id}/restore`),
      await bo.post('/music/play', { track_id: id }),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
    expect((await bo.post('/playlists', { name: 'Mine', track_ids: [id] })).status).toBe(422)
    expect((await bo.get('/music/library')).body.items).toEqual([])
  })
})

describe('a library', () => {
  let fay: Client
  const sounds = [
    ['Alpha', 'Zed', 0.9, 0.9, 120],
    ['bravo', 'Yes', 0.75, 0.7, 150],
    ['Čas', 'Xis', 0.2, 0.9, 160],
    ['delta', 'Wow', 0.1, 0.1, 60],
    ['Echo', 'Vow', 0.5, 0.4, null],
  ] as const
  beforeAll(async () => {
    fay = await someone('fay')
    for (const [title, artist, valence, energy, bpm] of sounds)
      await addTrack(server, fay, { title, artist }, { valence, energy, bpm })
    await addTrack(server, fay, { title: 'Unheard', source: 'folder' })
  })

  it.each([
    ['name', ['Alpha', 'bravo', 'Čas', 'delta', 'Echo', 'Unheard']],
    ['artist', ['Echo', 'delta', 'Čas', 'bravo', 'Alpha', 'Unheard']],
    ['-valence', ['Alpha', 'bravo', 'Echo', 'Čas', 'delta', 'Unheard']],
    ['tempo', ['delta', 'Alpha', 'bravo', 'Čas', 'Unheard', 'Echo']],
    ['newest', ['Unheard', 'Echo', 'delta', 'Čas', 'bravo', 'Alpha']],
  ])('is read page by page in the order of %s', async (sort, expected) => {
    const read: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await fay.get(`/music/library?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)
      read.push(...names(body))
      if (body.next_cursor === null) break
      cursor = body.next_cursor
    }
    expect(read).toEqual(expected)
    expect(
      (await fay.get(`/music/library?sort=plays&cursor=${Buffer.from('x').toString('base64url')}`)).status,
    ).toBe(422)
  })

  it('is searched by words, where it comes from, what is known and what fits a mood', async () => {
    const found = async (query: string) => names((await fay.get(`/music/library?${query}`)).body)
    expect(await found('q=cas')).toEqual(['Čas'])
    expect(await found('q=rock+vow')).toEqual(['Echo'])
    expect(await found('source=folder')).toEqual(['Unheard'])
    expect(await found('features=awaited')).toEqual(['Unheard'])
    expect(await found('mood=happy')).toEqual(['bravo', 'Alpha'])
    expect(await found('mood=happy&sort=name')).toEqual(['Alpha', 'bravo'])
    expect(await found('mood=angry')).toEqual(['Čas'])
    const { body } = await fay.get('/music/summary')
    expect(body).toEqual({
      total: 6,
      sources: { upload: 5, show: 0, folder: 1, spotify: 0 },
      features: { known: 5, awaited: 1, unknown: 0 },
      moods: { happy: 2, sad: 1, angry: 1, neutral: 1 },
    })
  })

  it('gives four moods four lists that share little, each with its reasons', async () => {
    const lists: Record<string, string[]> = {}
    for (const mood of ['happy', 'sad', 'angry', 'neutral']) {
      const { body } = await fay.get(`/music/recommendations?mood=${mood}&limit=10`)
      lists[mood] = names(body)
      expect(body.mood).toBe(mood)
      expect(body.items[0].why).toMatch(/^Valence 0\.\d+, energy 0\.\d+(, \d+ BPM)?; new to you/)
    }
    expect([lists.happy?.[0], lists.sad?.[0], lists.angry?.[0], lists.neutral?.[0]]).toEqual([
      expect.stringMatching(/Alpha|bravo/),
      ...['delta', 'Čas', 'Echo'],
    ])
  })

  it('keeps the seed, leaves out what is named, and puts what was just played last', async () => {
    const ask = async (more: string) =>
      (await fay.get(`/music/recommendations?mood=happy&limit=5&${more}`)).body
    const first = await ask('seed=7')
    expect((await ask('seed=7')).items.map((one: { track_id: string }) => one.track_id)).toEqual(
      first.items.map((one: { track_id: string }) => one.track_id),
    )
    const [head] = first.items
    expect(names(await ask(`seed=7&exclude=${head.track_id}`))).not.toContain(head.name)
    const played = await fay.post('/music/play', { track_id: head.track_id, mood: 'happy' })
    expect(played.body.message).toBe(`Now playing: ${head.name} by ${head.artist}`)
    await fay.patch(`/music/listens/${played.body.listen.id}`, { seconds: 190, outcome: 'finished' })
    const next = await ask('seed=7')
    expect(names(next).at(-1)).toBe(head.name)
    expect(next.items.at(-1).why).toContain('you finished it once in this mood; played a moment ago')
    expect((await fay.get('/music/recommendations')).status).toBe(422)
    const placed = await fay.get('/music/recommendations?valence=0.1&energy=0.1&limit=1')
    expect(placed.body).toMatchObject({
      mood: null,
      place: { valence: 0.1, energy: 0.1 },
      items: [{ name: 'delta' }],
    })
  })
})

describe('a listen', () => {
  it('is one for whoever asks again at once, in whichever of five requests, and keeps the most that was said', async () => {
    const gil = await someone('gil')
    const { id } = await addTrack(server, gil, { title: 'Song' })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => gil.post('/music/play', { track_id: id })))
    const ids = new Set(answers.map(({ body }) => body.listen.id))
    expect(ids.size).toBe(1)
    const path = `/music/listens/${[...ids][0]}`
    await gil.patch(path, { seconds: 100, outcome: 'finished' })
    expect((await gil.patch(path, { seconds: 20 })).body).toMatchObject({ seconds: 100, outcome: 'finished' })
    expect((await bo.patch(path, { seconds: 1 })).status).toBe(404)
    await server.app.pool.query(
      `update listens set played_at = now() - interval '40 seconds' where person_id = $1`,
      [gil.id],
    )
    await gil.post('/music/play', { track_id: id, mood: 'sad' })
    const { body } = await gil.get('/music/listens?limit=1')
    expect(body.items).toMatchObject([{ mood: 'sad', track: { id, plays: 2 } }])
    const rest = await gil.get(`/music/listens?limit=1&cursor=${body.next_cursor}`)
    expect(rest.body).toMatchObject({ items: [{ mood: null, seconds: 100 }], next_cursor: null })
    expect((await gil.get('/music/listens?mood=sad')).body.items).toHaveLength(1)
    expect((await bo.get('/music/listens')).body.items).toEqual([])
  })
})
