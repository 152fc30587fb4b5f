import { AccountExport } from '@sharemyshows/contract/account-export'
import { Analysis } from '@sharemyshows/contract/analysis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { makeExport } from '../../../../test/exports.ts'
import { sendRecording, settledAnalysis } from '../../../../test/recordings.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'
import { packEmbedding } from '../rules.ts'

let server: TestServer
let ana: Client
let bo: Client
const ids: Record<string, string> = {}

type Found = {
  bpm?: number
  tonic?: string
  mode?: string
  energy?: number
  labels?: string[]
  embedding?: number[]
}

/** A recording of somebody, analysed with this outcome; without one, not yet. */
async function keep(who: Client, title: string, found: Found | null, fields: Record<string, string> = {}) {
  const { body } = await sendRecording(who, 'audio', 'mono-8khz.wav', { title, ...fields })
  ids[title] = body.id
  if (found === null) return
  const { bpm = null, tonic = null, mode = null, energy = 0.5, labels = [], embedding = null } = found
  await server.app.pool.query(
    `insert into analyses (media_id, state, version, analyzed_at, bpm, tonic, mode, energy, labels, embedding, result)
      values ($1, 'done', 1, now(), $2, $3, $4, $5, $6, $7, $8)`,
    [
      body.id,
      bpm,
      tonic,
      mode,
      energy,
      labels,
      embedding && packEmbedding(embedding),
      Analysis.meta()?.example,
    ],
  )
}

beforeAll(async () => {
  // without jobs: what was found is what the tests say
  server = await startTestServer({ ROLE: 'web' })
  ;[ana, bo] = await server.people('ana', 'bo')
  const show = await logShow(ana, { artist_name: 'Sigur Rós', audience: 'public' })
  await logShow(bo, { artist_name: 'Sigur Rós', audience: 'public' })
  const at = { show_id: show.id }
  await keep(
    ana,
    'Hoppípolla',
    { bpm: 120, tonic: 'A', mode: 'minor', energy: 0.9, labels: ['Rock', 'Guitar'], embedding: [1, 0, 0] },
    at,
  )
  await keep(ana, 'Álafoss', {
    bpm: 90,
    tonic: 'C',
    mode: 'major',
    energy: 0.2,
    labels: ['Rock'],
    embedding: [0.9, 0.1, 0],
  })
  await keep(ana, 'Zebra', { bpm: 61, tonic: 'F#', mode: 'major', labels: ['Jazz'], embedding: [0, 1, 0] })
  await keep(ana, 'Noise', {})
  await keep(ana, 'New', null)
  await keep(
    bo,
    'Bo, open',
    { bpm: 120, labels: ['Rock', 'Bo'], embedding: [1, 0, 0] },
    { ...at, audience: 'public' },
  )
  await keep(
    bo,
    'Bo, hidden',
    { bpm: 120, labels: ['Rock'], embedding: [1, 0.5, 0] },
    { ...at, audience: 'private' },
  )
  await keep(bo, 'Bo, elsewhere', { bpm: 120, labels: ['Rock'], embedding: [1, 1, 0] })
})
afterAll(() => server.stop())

const titles = async (query: string) => {
  const { status, body } = await ana.get(`/audio/library${query}`)
  expect(status).toBe(200)
  return body.items.map((item: { audio: { title: string } }) => item.audio.title)
}

describe('the library', () => {
  it.each([
    ['', ['New', 'Noise', 'Zebra', 'Álafoss', 'Hoppípolla']],
    ['?sort=oldest', ['Hoppípolla', 'Álafoss', 'Zebra', 'Noise', 'New']],
    ['?sort=title', ['Álafoss', 'Hoppípolla', 'New', 'Noise', 'Zebra']],
    ['?sort=bpm', ['Zebra', 'Álafoss', 'Hoppípolla', 'New', 'Noise']],
    ['?sort=-bpm', ['Hoppípolla', 'Álafoss', 'Zebra', 'New', 'Noise']],
    ['?sort=-energy&label=Rock', ['Hoppípolla', 'Álafoss']],
    ['?q=hoppipolla', ['Hoppípolla']],
    ['?q=sigur%20ros', ['Hoppípolla']],
    ['?q=guitar', ['Hoppípolla']],
    ['?q=mono-8khz%20zebra', ['Zebra']],
    ['?q=%25', []],
    ['?bpm_from=80&bpm_to=120', ['Álafoss', 'Hoppípolla']],
    ['?tonic=A&mode=minor', ['Hoppípolla']],
    ['?tonic=A&mode=minor&match=mixable', ['Álafoss', 'Hoppípolla']],
    ['?mode=major', ['Zebra', 'Álafoss']],
    ['?label=Rock', ['Álafoss', 'Hoppípolla']],
    ['?label=Bo', []],
  ])('%s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  it.each(['newest', 'title', 'bpm', '-energy', '-loudness'])(
    '43: goes on where a page by %s ended',
    async (sort) => {
      const all = await titles(`?sort=${sort}`)
      const found: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body } = await ana.get(`/audio/library?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)
        found.push(...body.items.map((item: { audio: { title: string } }) => item.audio.title))
        cursor = body.next_cursor
      }
      expect(found).toEqual(all)
      expect((await ana.get('/audio/library?sort=oldest&cursor=bm9uc2Vuc2U')).status).toBe(422)
    },
  )

  it('counts the labels of one’s own, the most frequent first', async () => {
    expect((await ana.get('/audio/library/labels')).body.items).toEqual([
      { label: 'Rock', count: 2 },
      { label: 'Guitar', count: 1 },
      { label: 'Jazz', count: 1 },
    ])
  })
})

describe('similar recordings', () => {
  const likest = async (who: Client, id: string | undefined) => {
    const { status, body } = await who.get(`/audio/${id}/similar`)
    expect(status).toBe(200)
    return body.items.map(({ title }: { title: string }) => title)
  }

  it('are one’s own and those of the same show, the likest first', async () => {
    expect(await likest(ana, ids.Hoppípolla)).toEqual(['Bo, open', 'Álafoss', 'Zebra', 'Noise'])
    expect(await likest(bo, ids.Hoppípolla)).toEqual(['Bo, open', 'Bo, hidden', 'Bo, elsewhere'])
    expect(await likest(server.stranger, ids.Hoppípolla)).toEqual(['Bo, open'])
  })

  it('say why', async () => {
    const { body } = await ana.get(`/audio/${ids.Hoppípolla}/similar?limit=1`)
    expect(body.items).toMatchObject([
      { title: 'Bo, open', facets: { sound: 1, tempo: 1, key: null, tags: 1 / 3 } },
    ])
    expect((await ana.get(`/audio/${ids.New}/similar`)).body.code).toBe('analysis_not_ready')
  })
})

it('50: what was found is part of an export', async () => {
  const working = await startTestServer({ ANALYSES_AT_ONCE: '1' })
  const [cy] = await working.people('cy')
  const { body } = await sendRecording(cy, 'audio', 'mono-8khz.wav')
  await settledAnalysis(cy, body.id)
  const { id } = await makeExport(cy, 'json')
  const { body: account } = await cy.get(`/exports/${id}/file`)
  expect(AccountExport.parse(account)).toEqual(account)
  const { audio_id, ...found } = (await cy.get(`/audio/${body.id}/analysis`)).body
  expect([audio_id, account.media[0].analysis]).toEqual([body.id, found])
  await working.stop()
})
