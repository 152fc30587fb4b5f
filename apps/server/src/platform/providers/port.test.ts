import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../../test/photos.ts'
import { mbidOf, type Providers, startProviders } from '../../../test/providers/index.ts'
import { type Opened, openPorts } from '../../../test/providers/ports.ts'
import { createLog } from '../log/log.ts'
import type { ProviderPorts } from './create-ports.ts'
import { noting } from './notes.ts'
import type { Ports } from './ports.ts'
import { takeTurn } from './turns.ts'

let providers: Providers
let opened: Opened
let logs = ''
beforeAll(async () => {
  providers = await startProviders()
  const sink = new PassThrough()
  sink.on('data', (line) => {
    logs += line
  })
  opened = await openPorts(providers.env, createLog('debug', sink))
})
afterEach(async () => {
  providers.heal()
  providers.asked.length = 0
  await opened.forget()
})
afterAll(async () => {
  expect(providers.refused).toEqual([])
  await opened.close()
  await providers.close()
})

const setlistfm = (ports: ProviderPorts = opened.ports) => ports.setlistfm as NonNullable<Ports['setlistfm']>
const standing = async (name: string) => (await opened.ports.standings()).find((one) => one.name === name)
const DAY = { everyMs: 0, mostADay: null, withinMs: 0 }
const take = (pace: Partial<typeof DAY | { mostADay: number }>) =>
  takeTurn(opened.db, 'one', { ...DAY, ...pace })

describe('turns', () => {
  it('come one after the other, over all processes, and lines have an end', async () => {
    const pace = { everyMs: 100_000, withinMs: 250_000 }
    const turns = await Promise.all([1, 2, 3, 4, 5].map(() => take(pace)))
    const waits = turns.filter((turn) => typeof turn === 'number').toSorted((a, b) => a - b)
    expect(waits.map((wait) => Math.round(wait / 100_000))).toEqual([0, 1, 2])
    expect(turns.filter((turn) => turn === 'late')).toHaveLength(2)
  })

  it('are as many a day as there may be, however many ask at once', async () => {
    const turns = await Promise.all(Array.from({ length: 30 }, () => take({ mostADay: 10 })))
    expect(turns.filter((turn) => turn === 'spent')).toHaveLength(20)
    await sql`update provider_turns set day = day - 1`.execute(opened.db)
    expect([await take({ mostADay: 10 }), (await opened.ports.standings())[0]?.asked_today]).toEqual([0, 0])
  })

  it('do not wait for a clock that was put back', async () => {
    await take({})
    await sql`update provider_turns set next_at = now() + interval '2 hours'`.execute(opened.db)
    expect(await take({ everyMs: 1000 })).toBe(0)
  })

  it('are counted for every try, whatever becomes of it', async () => {
    providers.fail({ does: 'cut', times: 2 })
    await setlistfm().setlist('63de1')
    expect(await standing('setlistfm')).toMatchObject({ asked_today: 2, most_a_day: 1440, reachable: false })
    const { setlistfm: poor } = opened.beside({ SETLISTFM_A_DAY: '2' })
    expect(await poor?.setlist('63de1')).toEqual({ result: 'quota' })
    expect(providers.asked).toHaveLength(2)
  })

  it('are given back while it is left alone, as nobody is asked', async () => {
    const { google } = opened.beside({}) as { google: NonNullable<Ports['google']> }
    providers.fail({ of: 'google', does: { status: 500 }, times: 8 })
    for (let n = 0; n < 12; n++) expect(await google.search('tivoli', 5)).toEqual({ result: 'unavailable' })
    expect([providers.asked.length, (await standing('google'))?.asked_today]).toEqual([8, 8])
  })

  it('there are none for as long as a provider asks for', async () => {
    providers.fail({ does: { status: 429, retryAfter: 60 } })
    for (let n = 0; n < 2; n++) expect(await setlistfm().setlist('63de1')).toEqual({ result: 'quota' })
    expect(providers.asked).toHaveLength(1)
  })
})

describe('what was answered', () => {
  const kept = () => opened.db.selectFrom('provider_answers').selectAll().execute()

  it('is kept, for whoever asks and by whatever key, and asked again when it has run out', async () => {
    const first = await setlistfm().setlist('63de1')
    const other = opened.beside({ SETLISTFM_KEY: 'another' })
    expect(await setlistfm(other).setlist('63de1')).toEqual(first)
    expect(providers.asked).toHaveLength(1)
    await opened.db
      .updateTable('provider_answers')
      .set({ expires_at: new Date(0).toISOString() })
      .execute()
    expect(await setlistfm().setlist('63de1')).toEqual(first)
    expect([providers.asked.length, (await kept()).length]).toEqual([2, 1])
  })

  it('is kept when it was nothing, too, and what failed is not', async () => {
    for (let n = 0; n < 2; n++) expect(await setlistfm().setlist('nowhere')).toEqual({ result: 'empty' })
    expect(providers.asked).toHaveLength(1)
    providers.fail({ does: 'html' })
    expect(await setlistfm().setlist('63de1')).toEqual({ result: 'unavailable' })
    expect(await setlistfm().setlist('63de1')).toMatchObject({ result: 'ok' })
  })

  it.each([
    ['some hours of setlist.fm', () => setlistfm().attended('ana', 1), 6],
    ['a week of MusicBrainz', () => opened.ports.musicbrainz?.artist(mbidOf(1)), 24 * 7],
    ['a month of Nominatim', () => opened.ports.nominatim?.search('tivoli', 5), 24 * 30],
    ['a day of Photon', () => opened.ports.photon?.complete('tivoli', 5), 24],
  ])('for %s', async (_name, ask, hours) => {
    await ask()
    const [{ expires_at = '' } = {}] = await kept()
    expect(Math.round((Date.parse(expires_at) - Date.now()) / 3_600_000)).toBe(hours)
  })

  it('is never kept of Google', async () => {
    for (let n = 0; n < 2; n++) await opened.ports.google?.search('tivoli', 5)
    expect([providers.asked.length, await kept()]).toEqual([2, []])
  })

  it('is swept when others come', async () => {
    for (const id of ['a', 'b', 'c']) await setlistfm().setlist(id)
    await opened.db
      .updateTable('provider_answers')
      .set({ expires_at: new Date(0).toISOString() })
      .execute()
    await setlistfm().setlist('d')
    expect(await kept()).toHaveLength(1)
  })

  it('comes once for all who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => setlistfm().setlist('63de1')))
    expect([new Set(answers.map(({ result }) => result)), providers.asked.length]).toEqual([
      new Set(['ok']),
      1,
    ])
  })

  it('comes for the next when it was too late for one', async () => {
    expect(await setlistfm().searchArtists('spinvis', 1, { waitMs: 0 })).toEqual({ result: 'unavailable' })
    await until(async () => (await kept()).length === 1)
    expect(await setlistfm().searchArtists('spinvis', 1, { waitMs: 20_000 })).toMatchObject({ result: 'ok' })
    expect(providers.asked).toHaveLength(1)
  })
})

it('how it goes with one that takes no turns is noted in passing', async () => {
  const hear = noting(opened.db, createLog('silent'), 'spotify')
  const reply = (status: number) => ({ ok: true, status, headers: new Headers(), text: '' }) as const
  const reached = async (is: boolean) => until(async () => (await standing('spotify'))?.reachable === is)
  hear(reply(503))
  await reached(false)
  expect((await standing('spotify'))?.last_error).toBe('answered 503')
  // what a person may not is an answer
  hear(reply(403))
  await reached(true)
  hear({ ok: false, reason: 'timeout' })
  await reached(false)
})

it('whoever stands in line when it closes is told so', async () => {
  // the second turn comes after a second
  const slow = opened.beside({ SETLISTFM_A_SECOND: '1' })
  const answers = ['a', 'b', 'c'].map((id) => setlistfm(slow).setlist(id))
  await until(async () => providers.asked.length > 0)
  await slow.close()
  const results = (await Promise.all(answers)).map(({ result }) => result)
  expect(results.toSorted()).toEqual(['empty', 'unavailable', 'unavailable'])
  expect(await setlistfm(slow).setlist('d')).toEqual({ result: 'unavailable' })
})

it('36: what others give reaches no other address than the one it is for', async () => {
  const paths = () => providers.asked.splice(0).map(({ path }) => path)
  const hostile = [
    ...['../../admin', '..%2f..%2fadmin', 'a/../../b', 'x?y=1', 'x#y', '@evil.example', '//evil.example/x'],
    ...['a\r\nHost: evil.example', 'http://169.254.169.254/latest', 'x\\..\\y', '%00', 'ü\ud800'],
  ]
  for (const id of hostile) {
    await setlistfm().setlist(id)
    await setlistfm().attended(id, 1)
    await setlistfm().setlistsOfVenue(id, 1)
    await opened.ports.google?.details(id, id)
    await opened.ports.musicbrainz?.artist(id)
    await opened.ports.musicbrainz?.event(id)
    const part = encodeURIComponent(id.toWellFormed())
    expect(paths()).toEqual([
      ...[`/1.0/setlist/${part}`, `/1.0/user/${part}/attended`, `/1.0/venue/${part}/setlists`],
      ...[`/v1/places/${part}`, `/ws/2/artist/${part}`, `/ws/2/event/${part}`],
    ])
    // these take ids of their own alone
    expect(await opened.ports.nominatim?.lookup(id)).toEqual({ result: 'empty' })
  }
  // steps and not names, encoded or not: nobody is asked
  for (const id of ['', '.', '..', 'x'.repeat(301)]) {
    expect(await setlistfm().setlist(id)).toEqual({ result: 'empty' })
    expect(await opened.ports.google?.details(id)).toEqual({ result: 'empty' })
  }
  expect(paths()).toEqual([])
})

it.each(['http://127.0.0.1:9/', 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd'])(
  '36: a way elsewhere, to %s, is not gone',
  async (location) => {
    for (const status of [301, 302, 307, 308]) {
      providers.fail({ does: { status, location: location.replace('http://127.0.0.1:9', providers.url) } })
      expect(await setlistfm().setlist(`s${status}`)).toEqual({ result: 'unavailable' })
    }
    expect(providers.asked).toHaveLength(4)
  },
)

it('51: logs hold neither keys nor what people asked for', async () => {
  providers.fail({ of: 'setlistfm', does: 'html' })
  await setlistfm().attended('canary', 1)
  await opened.ports.nominatim?.search('canary', 1)
  await opened.ports.google?.details('canary')
  await new Promise(setImmediate)
  expect(logs).toContain('/1.0/user/…/attended')
  for (const secret of ['canary', 'a-key-for']) expect(logs).not.toContain(secret)
})
