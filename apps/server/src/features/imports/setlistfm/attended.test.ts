import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { confirmed, sendImport, settled } from '../../../../test/imports.ts'
import { allJobsDone } from '../../../../test/mail.ts'
import {
  createWorld,
  madeUpArtist,
  madeUpSetlist,
  type Providers,
  startProviders,
} from '../../../../test/providers/index.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow, spinvis } from '../../../../test/shows.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'

let providers: Providers
let server: TestServer
let ana: Client
let people = 0
beforeAll(async () => {
  providers = await startProviders('setlistfm')
  server = await startTestServer(providers.env)
})
beforeEach(async () => {
  ;[ana] = await server.people(`ana${++people}`)
  providers.heal()
})
afterAll(async () => {
  expect([providers.refused, providers.untrue]).toEqual([[], []])
  await server.stop()
  await providers.close()
})

const NIGHTS = 45
/** Somebody who was at so many nights, the newest first. */
function attend(username: string, nights = NIGHTS): void {
  const band = madeUpArtist(9, 'De Staat')
  const setlists = Array.from({ length: nights }, (_, night) =>
    madeUpSetlist(1000 + night, band, new Date(Date.UTC(2015, 0, 1 + night)).toISOString().slice(0, 10)),
  )
  const world = createWorld()
  providers.world = {
    ...world,
    setlists: [...world.setlists, ...setlists],
    attended: { ...world.attended, [username]: setlists.map(({ id }) => id) },
  }
}
async function ask(username: string, who = ana) {
  const { status, body } = await sendImport(who, 'setlistfm', null, { username })
  expect(status).toBe(201)
  return settled(who, body.id)
}
const pagesAsked = () =>
  providers.asked.filter(({ path }) => path.endsWith('/attended')).map(({ query }) => query.p)

describe('what somebody attended, by setlist.fm', () => {
  it('is read page by page, and becomes her own diary, owing them a link', async () => {
    attend('ana')
    await logShow(ana, { ...spinvis, artist_name: 'De Staat', show_date: '2015-01-03' })
    const read = await ask('ana')
    expect(read).toMatchObject({
      state: 'preview',
      rows: { total: NIGHTS, ok: NIGHTS - 1, doubtful: 0, duplicate: 1, bad: 0 },
      attribution: {
        text: expect.stringContaining('setlist.fm'),
        url: expect.stringContaining('setlist.fm'),
      },
    })
    expect(pagesAsked()).toEqual(['1', '2', '3'])
    const [row] = (await ana.get(`/imports/${read.id}/rows?limit=1`)).body.items
    expect(row.cells).toEqual([expect.stringMatching(/^https:\/\/www\.setlist\.fm\//)])
    expect(row.entry).toMatchObject({ artist_name: 'De Staat', venue_name: 'TivoliVredenburg', songs: 0 })
    const done = await confirmed(ana, read.id)
    expect(done.outcomes).toMatchObject({ added: NIGHTS - 1 })
    const shows = (await ana.get('/shows?scope=mine&order=oldest&limit=1')).body.items
    expect(shows[0]).toMatchObject({ show_date: '2015-01-01', venue_city: 'Utrecht', venue_country: 'NL' })

    // of theirs nothing is kept, and it is undone all the same
    const { rows } = await server.app.pool.query(
      `select to_jsonb(r)::text as kept from import_rows r where import_id = $1`,
      [read.id],
    )
    expect(rows).toHaveLength(NIGHTS)
    expect(rows.filter(({ kept }) => /setlist\.fm|TivoliVredenburg|De Staat/.test(kept))).toEqual([])
    await ana.post(`/imports/${read.id}/undo`)
    expect((await settled(ana, read.id)).outcomes).toMatchObject({ undone: NIGHTS - 1 })
    expect((await ana.get('/shows?scope=mine')).body.items).toHaveLength(1)
  })

  it('is kept for a day where nobody confirms it, or it was stopped on the way', async () => {
    attend('dora', 2)
    const [looked, stopped] = [await ask('dora'), await ask('dora')]
    const { pool, db } = server.app
    await pool.query(`update imports set updated_at = now() - interval '25 hours' where id = any($1)`, [
      [looked.id, stopped.id],
    ])
    await pool.query(`update imports set state = 'cancelled', outcomes = '{"added": 1}' where id = $1`, [
      stopped.id,
    ])
    await enqueue(db, 'sweep-imports', {})
    await allJobsDone(server)
    expect((await ana.get(`/imports/${looked.id}`)).status).toBe(404)
    expect((await ana.get(`/imports/${stopped.id}`)).body.state).toBe('done')
    const { body } = await ana.get(`/imports/${stopped.id}/rows`)
    expect(body.items).toMatchObject([
      { cells: [], entry: null },
      { cells: [], entry: null },
    ])
  })

  it.each([
    ['nobody knows', () => {}, /knows nobody/],
    ['they refuse our key', () => providers.fail({ does: { status: 403 }, times: 9 }), /operator/],
    ['they are down', () => providers.fail({ does: { status: 503 }, times: 9 }), /does not answer/],
    ['they talk rubbish', () => providers.fail({ does: 'html', times: 9 }), /does not answer/],
  ])('fails with a sentence where %s', async (_, spoil, sentence) => {
    providers.world = createWorld()
    spoil()
    expect(await ask(`nobody${people}`)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(sentence),
    })
  })

  it('asks who it is', async () => {
    const { status, body } = await sendImport(ana, 'setlistfm', null)
    expect([status, body.code]).toEqual([422, 'validation_failed'])
  })
})

it('is not to be had where the operator has not said so', async () => {
  const { SETLISTFM_IMPORT: _, ...without } = providers.env
  const plain = await startTestServer(without)
  const [bo] = await plain.people('bo')
  const { status, body } = await sendImport(bo, 'setlistfm', null, { username: 'ana' })
  expect([status, body.code]).toEqual([409, 'provider_not_configured'])
  await plain.stop()
})

it('keeps what was read when they have enough on the way, and says so', async () => {
  const fresh = await startTestServer(providers.env)
  const [bo] = await fresh.people('bo')
  attend('bo')
  const { attended } = providers.world
  const before = pagesAsked().length
  // once the second page is given, none is left
  Object.defineProperty(providers.world, 'attended', {
    get() {
      if (pagesAsked().length - before === 2) providers.fail({ does: { status: 429 }, times: 9 })
      return attended
    },
  })
  const read = await ask('bo', bo)
  expect(read.rows).toMatchObject({ ok: 40, bad: 1 })
  const message = expect.stringContaining('no more questions')
  expect(read.problems).toEqual([{ row: 41, field: 'row', message }])
  expect(await ask('carl', bo)).toMatchObject({ state: 'failed', failure: message })
  await fresh.stop()
})
