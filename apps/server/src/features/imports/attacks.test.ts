import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeZip } from '../../../test/bombs.ts'
import type { Client } from '../../../test/client.ts'
import { makeExport } from '../../../test/exports.ts'
import { confirmed, sendImport, settled } from '../../../test/imports.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow, type spinvis } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
/** Whoever is asked anything here was sent by a file. */
let canary: Server
const asked: (string | undefined)[] = []
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  await logShow(bo, { notes: 'his own' })
  canary = createServer((request, response) => {
    asked.push(request.url)
    response.end()
  }).listen(0, '127.0.0.1')
  await once(canary, 'listening')
})
afterAll(async () => {
  expect(asked).toEqual([])
  canary.close()
  await server.stop()
})

const trap = () => `http://127.0.0.1:${(canary.address() as AddressInfo).port}`
const HEADER = 'artist_name,venue_name,show_date\n'
const NIGHT = 'Spinvis,EKKO,2019-12-01\n'
const event = (...lines: string[]) =>
  `BEGIN:VEVENT\nSUMMARY:Concert: Spinvis at EKKO\n${lines.join('\n')}\nEND:VEVENT\n`
const AT_EIGHT = 'DTSTART:20191201T200000'
const calendar = (inside: string) => `BEGIN:VCALENDAR\n${inside}END:VCALENDAR\n`
const MEGABYTE = 1_048_576

/** What of everything there is a file might have changed. */
async function everything() {
  const { rows } = await server.app.pool.query(
    `select (select count(*) from shows) as shows, (select count(*) from artists) as artists,
      (select count(*) from venues) as venues, (select string_agg(u::text, ',' order by id) from users u) as people,
      (select string_agg(a::text, ',' order by id) from attendances a) as attendances`,
  )
  return rows[0]
}

type Sent = string | Uint8Array<ArrayBuffer>
/** Sends a file as somebody would who means harm; nothing but its import may come of it. */
async function attack(source: string, file: Sent) {
  const before = await everything()
  const answer = await sendImport(ana, source, file)
  if (answer.status !== 201) {
    expect(await everything()).toEqual(before)
    return { code: answer.body.code, status: answer.status }
  }
  const { state, failure, rows, problems, id } = await settled(ana, answer.body.id)
  expect(await everything()).toEqual(before)
  await ana.delete(`/imports/${id}`)
  for (const { message } of problems) expect(message).toMatch(/^\p{Lu}.{5,250}\.$/su)
  if (state === 'failed') expect(failure).toMatch(/^\p{Lu}.{10,250}\.$/su)
  return { state, rows, fields: problems.map(({ field }: { field: string }) => field) }
}
const rows = (ok: number, bad: number) => ({ state: 'preview', rows: { ok, bad, total: ok + bad } })
const failed = { state: 'failed' }
const refused = { status: 422, code: 'unsupported_format' }

describe('42: a table made to harm', () => {
  it.each<[what: string, file: () => Sent, comes: object]>([
    ['with NUL in a cell', () => `${HEADER}Spin\0vis,EKKO,2019-12-01\n${NIGHT}`, failed],
    [
      'of noise',
      () => new Uint8Array(Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919) % 256))),
      failed,
    ],
    [
      'whose bytes are of two encodings',
      () =>
        new Uint8Array(
          Buffer.concat([
            Buffer.from(`${HEADER}Björk,EKKO,2019-12-01\n`),
            Buffer.from('Motörhead,EKKO,2019-12-02\n', 'latin1'),
          ]),
        ),
      rows(2, 0),
    ],
    [
      'with half a letter',
      () => new Uint8Array(Buffer.concat([Buffer.from(HEADER + NIGHT), Buffer.from([0xf0, 0x9f])])),
      { state: 'preview' },
    ],
    [
      'with names of what objects have',
      () => `${HEADER.trim()},__proto__,constructor\n${NIGHT.trim()},x,y\n`,
      rows(1, 0),
    ],
    [
      'with a quotation mark that is never closed',
      () => `${HEADER}${NIGHT}"${'Spinvis,EKKO,2019-12-02\n'.repeat(3000)}`,
      { state: 'preview', rows: { ok: 2 } },
    ],
    [
      'with a million columns',
      () => `${'a,'.repeat(1_000_000)}\n${NIGHT}`,
      { state: 'preview', rows: { bad: 1 } },
    ],
    ['with a million blank lines', () => `${HEADER}${'\n'.repeat(1_000_000)}${NIGHT}`, rows(1, 0)],
    ['of one long line', () => `${HEADER}${'x'.repeat(20 * MEGABYTE)}`, rows(0, 1)],
    ['of nothing but a header', () => HEADER, failed],
    ['packed by gzip', () => new Uint8Array(gzipSync(HEADER + NIGHT)), refused],
    [
      'packed as a zip',
      () => new Uint8Array(writeZip([{ name: 'a.csv', bytes: Buffer.from(HEADER) }])),
      refused,
    ],
  ])('%s', async (_, file, comes) => {
    expect(await attack('csv', file())).toMatchObject(comes)
  })

  it('34: larger than it may be is refused', async () => {
    const answer = await sendImport(ana, 'csv', 'x'.repeat(50 * MEGABYTE + 1))
    expect([answer.status, answer.body.code]).toEqual([413, 'payload_too_large'])
  })
})

describe('42: a calendar made to harm', () => {
  it.each<[what: string, file: () => Sent, comes: object]>([
    [
      'with entities of XML',
      () =>
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n${calendar(event(AT_EIGHT, 'DESCRIPTION:&e;'))}`,
      failed,
    ],
    [
      'with entities of XML in it',
      () => calendar(`<!DOCTYPE x [<!ENTITY e SYSTEM "${trap()}">]>\n${event(AT_EIGHT, 'DESCRIPTION:&e;')}`),
      { state: 'preview', rows: { total: 1, bad: 0 } },
    ],
    [
      'that points elsewhere',
      () =>
        calendar(
          `SOURCE;VALUE=URI:${trap()}\nURL:${trap()}\n${event(AT_EIGHT, 'ATTACH:file:///etc/passwd', `ATTACH:${trap()}`, `URL:${trap()}`, `X-ALT-DESC;FMTTYPE=text/html:<img src="${trap()}">`)}`,
        ),
      { state: 'preview', rows: { total: 1, bad: 0 } },
    ],
    [
      'that repeats every second',
      () => calendar(event(AT_EIGHT, 'RRULE:FREQ=SECONDLY')),
      { state: 'preview', rows: { total: 1, doubtful: 1 }, fields: ['show_date'] },
    ],
    [
      'with a zone that changes every second',
      () =>
        calendar(
          `BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n${event('DTSTART;TZID=Z:20191201T200000')}`,
        ),
      { state: 'preview', rows: { total: 1, bad: 0 } },
    ],
    [
      'with a line folded ten thousand times',
      () => calendar(event(AT_EIGHT, `DESCRIPTION:a${'\n  b'.repeat(10_000)}`)),
      { state: 'preview', rows: { total: 1, bad: 0 } },
    ],
    ['of one long line', () => `BEGIN:VCALENDAR${'x'.repeat(20 * MEGABYTE)}`, failed],
    [
      'nested a hundred thousand deep',
      () => calendar(event(AT_EIGHT, 'BEGIN:X\n'.repeat(100_000))),
      { state: 'preview', rows: { total: 1, bad: 0 } },
    ],
    ['in which nothing ends', () => `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(2000)}`, rows(0, 2000)],
    [
      'on a day beyond all days',
      () =>
        calendar(
          event('DTSTART:99999999999999999999T990000') +
            event('DTSTART:-20191201') +
            event('DTSTART:30000101T200000'),
        ),
      rows(0, 3),
    ],
    [
      'with half of a letter',
      () => calendar(event(AT_EIGHT, 'LOCATION:\ud83d')),
      { state: 'preview', rows: { total: 1 } },
    ],
    ['with NUL', () => calendar(event(AT_EIGHT, 'LOCATION:\0')), failed],
    ['packed by gzip', () => new Uint8Array(gzipSync(calendar(event(AT_EIGHT)))), refused],
  ])('%s', async (_, file, comes) => {
    expect(await attack('ics', file())).toMatchObject(comes)
  })
})

describe('31, 42: an account made to harm', () => {
  const document = (shows: string) => `{"format":"sharemyshows-account","version":1,"shows":${shows}}`
  it.each<[what: string, file: () => Sent]>([
    [
      'that unpacks to a thousand times itself',
      () => new Uint8Array(writeZip([{ name: 'account.json', bytes: Buffer.alloc(40 * MEGABYTE) }])),
    ],
    ['nested a hundred thousand deep', () => document('['.repeat(100_000))],
    ['with half a letter', () => document('[{"id":"\\ud800"}]')],
    [
      'that changes what objects are',
      () => document('[{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}]'),
    ],
    ['with a number beyond all numbers', () => document('[{"id":1e400}]')],
    ['that is no account', () => '{}'],
  ])('%s', async (_, file) => {
    const { rows: found, ...came } = await attack('export', file())
    expect(['failed', 'preview']).toContain(came.state)
    if (came.state === 'preview') expect(found).toMatchObject({ ok: 0 })
  })
})

describe('what a spreadsheet would run', () => {
  const FORMULAS = ["=cmd|'/C calc'!A0", '@SUM(1+1)', '+1+1', '-2+3', '=HYPERLINK("http://x.example")']

  it('is text here, and text in what we give out', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    const lines = FORMULAS.map((formula, day) =>
      [formula, formula, `2018-01-0${day + 1}`, `\t${formula}`].map(quoted).join(','),
    )
    const { body } = await sendImport(
      ana,
      'csv',
      `artist_name,venue_name,show_date,notes\n${lines.join('\n')}\n`,
    )
    expect((await confirmed(ana, body.id)).outcomes).toMatchObject({ added: FORMULAS.length })
    const shows = (await ana.get('/shows?scope=mine&order=oldest')).body.items
    expect(
      shows.map((show: typeof spinvis & { notes: string }) => [
        show.artist_name,
        show.venue_name,
        show.notes,
      ]),
    ).toEqual(FORMULAS.map((formula) => [formula, formula, formula]))
    const { id } = await makeExport(ana, 'csv')
    const text = String((await ana.get(`/exports/${id}/file`)).body)
    for (const formula of FORMULAS)
      expect(text.split(formula.replaceAll('"', '""')).length).toBeGreaterThan(3)
    expect(text).not.toMatch(/(^|,)"?[=@+\-\t\r][^\d\s]/m)
  })
})

describe('43: an import that is asked too much', () => {
  it.each<[what: string, path: string, body: string]>([
    [
      'a mapping of what objects have',
      'confirm',
      '{"mapping":{"__proto__":"artist_name","constructor":"venue_name"}}',
    ],
    ['a mapping with half a letter', 'confirm', '{"mapping":{"artist_name":"\\ud800"}}'],
    ['decisions beyond all rows', 'confirm', '{"decisions":{"99999999999":"skip"}}'],
    ['decisions nested deep', 'confirm', `{"decisions":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a number beyond all numbers', 'confirm', '{"decisions":[{"row":1e400,"decision":"skip"}]}'],
    ['a text of 6 MB', 'confirm', JSON.stringify({ date_format: 'Y'.repeat(6 * MEGABYTE) })],
  ])('%s', async (_, path, body) => {
    const { body: read } = await sendImport(ana, 'csv', HEADER + NIGHT)
    const headers = { 'content-type': 'application/json' }
    const { status } = await ana.request('POST', `/imports/${read.id}/${path}`, { headers, body })
    expect([400, 413, 422]).toContain(status)
    expect((await ana.get(`/imports/${read.id}`)).body.state).toBe('preview')
    await ana.delete(`/imports/${read.id}`)
  })
})
