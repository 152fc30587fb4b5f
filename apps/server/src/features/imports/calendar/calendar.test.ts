import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { confirmed, sendImport } from '../../../../test/imports.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  await logShow(bo)
  await logShow(bo, { artist_name: 'Kept to himself', venue_name: 'Behind his shed', is_public: false })
  await server.app.pool.query(
    `insert into cities values (1, 'Nijmegen', 'nijmegen', 'NL', 180000, 51.84, 5.86, 'Europe/Amsterdam') on conflict do nothing`,
  )
})
afterAll(() => server.stop())

const entry = (...lines: string[]) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
const calendar = (entries: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${entries}END:VCALENDAR\r\n`
const rowsOf = async (id: string) => (await ana.get(`/imports/${id}/rows?limit=100`)).body.items

describe('a whole calendar', () => {
  it('brings its concerts, and says of the rest why not', async () => {
    const { status, body } = await sendImport(
      ana,
      'ics',
      calendar(
        entry('UID:1', 'SUMMARY:Spinvis at TivoliVredenburg', 'DTSTART:20220301T193000Z') +
          entry('UID:2', 'SUMMARY:Tandarts', 'DTSTART:20220302T090000', 'LOCATION:Kade 1') +
          entry(
            'UID:3',
            'SUMMARY:De Staat @ Doornroosje',
            'LOCATION:Doornroosje\\, Stationsplein 11\\, Nijmegen',
            'DTSTART:20220701T183000Z',
            'DESCRIPTION:Row 3',
          ) +
          entry(
            'UID:4',
            'SUMMARY:Concert: Spinvis at TivoliVredenburg',
            'STATUS:CANCELLED',
            'DTSTART:20220303T200000',
          ) +
          entry('UID:1', 'SUMMARY:Spinvis at TivoliVredenburg', 'DTSTART:20220308T193000Z') +
          entry('UID:5', 'SUMMARY:Spinvis at TivoliVredenburg', 'DTSTART:20220301T193000Z') +
          entry(
            'UID:6',
            'SUMMARY:Spinvis at TivoliVredenburg',
            'RRULE:FREQ=SECONDLY',
            'DTSTART;VALUE=DATE:20220901',
          ),
      ),
      {},
      'mine.ics',
    )
    expect([status, body.state, body.failure]).toEqual([201, 'preview', null])
    expect(body.rows).toEqual({ total: 7, ok: 1, doubtful: 3, duplicate: 1, bad: 2 })
    const told = (await rowsOf(body.id)).map(
      (row: {
        row: number
        verdict: string
        problems: { field: string }[]
        match: { row: number } | null
      }) => [row.row, row.verdict, row.problems.map(({ field }) => field), row.match?.row ?? null],
    )
    expect(told).toEqual([
      [3, 'ok', [], null],
      [8, 'bad', ['artist_name'], null],
      [14, 'doubtful', ['artist_name'], null],
      [21, 'bad', ['status'], null],
      [27, 'doubtful', ['row'], null],
      [32, 'duplicate', [], 3],
      [37, 'doubtful', ['show_date'], null],
    ])
    const done = await confirmed(ana, body.id, { decisions: { 27: 'skip' } })
    expect(done.outcomes).toMatchObject({ added: 3, skipped: 2, failed: 2 })
    const shows = (await ana.get('/shows?scope=mine&order=oldest')).body.items
    expect(shows).toMatchObject([
      { artist_name: 'Spinvis', venue_city: 'Utrecht', show_date: '2022-03-01', show_time: '20:30' },
      {
        artist_name: 'De Staat',
        venue_name: 'Doornroosje',
        venue_address: 'Stationsplein 11',
        venue_city: 'Nijmegen',
        show_date: '2022-07-01',
        show_time: '20:30',
        notes: 'Row 3',
      },
      { artist_name: 'Spinvis', show_date: '2022-09-01', show_time: null },
    ])
  })

  it('24: knows nothing of what others keep to themselves', async () => {
    const said = (who: string, where: string) =>
      calendar(entry(`SUMMARY:${who}\r\nLOCATION:${where}`, 'DTSTART:20230301T203000'))
    for (const [who, where] of [
      ['Kept to himself', 'Somewhere'],
      ['Somebody', 'Behind his shed'],
    ] as const) {
      expect((await sendImport(ana, 'ics', said(who, where))).body.rows).toMatchObject({ bad: 1 })
      expect((await sendImport(bo, 'ics', said(who, where))).body.rows).toMatchObject({ doubtful: 1 })
    }
  })

  it.each([
    ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['Latin-1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('is read in %s', async (_, encode) => {
    const text = calendar(entry('SUMMARY:Concert: Motörhead at Café Ünïque', 'DTSTART:20100301T203000'))
    const { body } = await sendImport(ana, 'ics', new Uint8Array(encode(text)))
    const [row] = await rowsOf(body.id)
    expect(row?.entry).toMatchObject({ artist_name: 'Motörhead', venue_name: 'Café Ünïque' })
  })
})
