import type { AccountExport, ExportedShow } from '@sharemyshows/contract/account-export'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeExport } from '../../../test/exports.ts'
import { confirmed, sendImport, settled } from '../../../test/imports.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/** What goes out as a table or a calendar comes back as what it was. */

const NIGHTS = [
  { artist_name: 'Sigur Rós', support: ['Tyler, The Creator', 'The Opener'], show_time: '20:30' },
  {
    artist_name: 'Sigur Rós',
    support: ['Earth, Wind'],
    title: 'Once more',
    show_date: '2020-02-29',
    notes: 'one\n"two", \\n; three',
  },
  {
    artist_name: '-1+1',
    venue_name: '@De Hoek',
    venue_city: null,
    venue_country: null,
    show_date: '2018-07-01',
  },
  {
    artist_name: '夜',
    venue_name: 'Liquidroom',
    venue_city: 'Tokyo',
    show_date: '2019-12-31',
    show_time: '00:15',
  },
  {
    artist_name: 'Panic! At The Disco',
    venue_name: 'The Echo, Plex',
    venue_address: '1822 Sunset Blvd',
    venue_city: 'Los Angeles',
    venue_state: 'California',
    venue_country: 'US',
    venue_latitude: 34.0779,
    venue_longitude: -118.2605,
    show_date: '2021-03-14',
    show_time: '19:30',
  },
]

let here: TestServer
let there: TestServer
let ana: Client
beforeAll(async () => {
  ;[here, there] = await Promise.all([startTestServer(), startTestServer()])
  ;[ana] = await here.people('ana')
  for (const night of NIGHTS) await logShow(ana, { venue_country: 'NL', ...night })
})
afterAll(() => Promise.all([here.stop(), there.stop()]))

async function fileOf(server: TestServer, who: Client, format: 'csv' | 'ics' | 'json') {
  const { id } = await makeExport(who, format)
  const headers = { authorization: `Bearer ${who.token}` }
  const answer = await fetch(`${server.url}/api/v1/exports/${id}/file`, { headers })
  return new Uint8Array(await answer.arrayBuffer())
}

/** A diary as everybody would tell it: who, where, when, and what was noted. */
async function diaryOf(server: TestServer, who: Client) {
  const bytes = await fileOf(server, who, 'json')
  const { shows } = JSON.parse(Buffer.from(bytes).toString()) as AccountExport
  const told = ({ title, date, time, starts_at, line_up, venue, attendance }: ExportedShow) => ({
    ...{ title, date, time, starts_at, acts: line_up.map(({ name }) => name), notes: attendance.notes },
    venue: { ...venue, id: null },
  })
  return shows.map(told).sort((one, two) => one.starts_at.localeCompare(two.starts_at))
}

describe.each(['csv', 'ics'] as const)('50: a diary as %s', (format) => {
  it('adds nothing to the diary it came from', async () => {
    const { status, body } = await sendImport(ana, format, await fileOf(here, ana, format))
    expect([status, body.state, body.problems]).toEqual([201, 'preview', []])
    expect(body.rows).toEqual({ total: 5, ok: 0, doubtful: 0, duplicate: 5, bad: 0 })
    expect((await confirmed(ana, body.id)).outcomes).toMatchObject({ added: 0 })
  })

  it('is the same diary on an empty server', async () => {
    const [eve] = await there.people(`eve${format}`)
    const { body } = await sendImport(eve, format, await fileOf(here, ana, format))
    expect([body.rows, body.problems]).toEqual([{ total: 5, ok: 5, doubtful: 0, duplicate: 0, bad: 0 }, []])
    expect((await confirmed(eve, body.id)).outcomes).toMatchObject({ added: 5 })
    const copied = await diaryOf(there, eve)
    expect(copied).toEqual(await diaryOf(here, ana))
    await eve.post(`/imports/${body.id}/undo`)
    expect((await settled(eve, body.id)).outcomes).toMatchObject({ undone: 5 })
    expect(await diaryOf(there, eve)).toEqual([])
  })
})

it('a calendar that others follow comes back without what was noted', async () => {
  const soon = await logShow(ana, {
    artist_name: 'Soon',
    show_date: '2199-01-02',
    show_time: '21:00',
    notes: 'mine',
  })
  const { body } = await ana.post('/users/me/calendar')
  const { body: text } = await here.stranger.get(new URL(body.url).pathname.replace('/api/v1', ''))
  const [eve] = await there.people('eve')
  const { body: read } = await sendImport(eve, 'ics', text)
  expect(read.rows).toMatchObject({ total: 1, ok: 1 })
  await confirmed(eve, read.id)
  const [copied] = (await eve.get('/shows?scope=mine')).body.items
  expect(copied).toMatchObject({
    artist_name: 'Soon',
    starts_at: soon.starts_at,
    show_time: '21:00',
    notes: null,
  })
})
