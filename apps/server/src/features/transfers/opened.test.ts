import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountExport } from '@sharemyshows/contract/account-export'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeExport } from '../../../test/exports.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { unzip } from '../../../test/zip.ts'

/** Exports, opened by programs that are not ours. */

const NIGHTS = [
  { artist_name: 'Sigur Rós', support: ['Tyler, The Creator', 'A; B'], show_time: '20:30', rating: 5 },
  { artist_name: 'Nobody knows when', show_date: '2020-02-29', notes: 'line one\nline "two", \\n; end' },
  { artist_name: 'Åse', title: 'An evening, with tea', show_date: '2021-03-28', show_time: '02:30' },
  {
    artist_name: '=HYPERLINK("https://evil.example")',
    venue_name: '@cafe "De Hoek"',
    venue_city: null,
    venue_country: null,
    show_date: '2018-07-01',
    audience: 'private',
  },
  {
    artist_name: '夜',
    venue_name: 'Liquidroom',
    venue_city: 'Tokyo',
    venue_country: 'Japan',
    show_date: '2019-12-31',
    show_time: '00:15',
  },
]

let server: TestServer
let ana: Client
let bo: Client
const ids: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'opened-'))
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  for (const night of NIGHTS) ids.push((await logShow(ana, night)).id)
  await logShow(bo, { ...NIGHTS[0], notes: 'what bo noted' })
  await server.app.pool.query(`update shows set status = 'cancelled' where id = $1`, [ids[2]])
})
afterAll(() => {
  rmSync(folder, { recursive: true })
  return server.stop()
})

/** The file of an export, as bytes. */
async function fileOf(format: 'csv' | 'ics' | 'json' | 'archive') {
  const { id } = await makeExport(ana, format)
  const headers = { authorization: `Bearer ${ana.token}` }
  const answer = await fetch(`${server.url}/api/v1/exports/${id}/file`, { headers })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const has = (program: string) => spawnSync(program, ['--help']).status === 0
const CSV_BY_PYTHON =
  'import csv,json,sys;print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))'

/** A table as another reader has it: Python's where there is one. */
function tableIn(bytes: Buffer): string[][] {
  if (!has('python3')) return parse(bytes, { bom: true })
  const path = join(folder, 'shows.csv')
  writeFileSync(path, bytes)
  return JSON.parse(spawnSync('python3', ['-c', CSV_BY_PYTHON, path], { encoding: 'utf8' }).stdout)
}
const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')

describe('50: an export is opened by others', () => {
  it('as a calendar: every show at its moment, or on its day where nobody knows the time', async () => {
    const { answer, bytes } = await fileOf('ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/\.ics$/)
    const text = bytes.toString()
    expect(text).not.toContain('what bo noted')
    // no line is longer than others take, and none ends in another way
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(
      true,
    )
    const said = eventsIn(text).map((component) => {
      const { uid, summary, description, startDate } = new ICAL.Event(component)
      const [id] = uid.split('@')
      const when = startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString()
      return [ids.indexOf(id ?? ''), summary, description, when, component.getFirstPropertyValue('status')]
    })
    expect(said.sort(([one], [two]) => Number(one) - Number(two))).toEqual([
      [0, 'Sigur Rós, Tyler, The Creator, A; B', null, '2019-12-01T19:30:00.000Z', 'CONFIRMED'],
      [1, 'Nobody knows when', 'line one\nline "two", \\n; end', '2020-02-29', 'CONFIRMED'],
      [2, 'An evening, with tea', null, '2021-03-28T01:30:00.000Z', 'CANCELLED'],
      [3, '=HYPERLINK("https://evil.example")', null, '2018-07-01', 'CONFIRMED'],
      [4, '夜', null, '2019-12-30T15:15:00.000Z', 'CONFIRMED'],
    ])
  })

  it('as a table: every show a line, every cell as it was written, and no formula', async () => {
    const [names = [], ...lines] = tableIn((await fileOf('csv')).bytes)
    const shows = lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ''])))
    expect(shows.map(({ show_id }) => show_id).sort()).toEqual([...ids].sort())
    const first = shows.find(({ show_id }) => show_id === ids[0])
    expect(first).toMatchObject({ support: 'Tyler, The Creator; A; B', show_time: '20:30', rating: '5' })
    expect(shows.find(({ show_id }) => show_id === ids[1])?.notes).toBe('line one\nline "two", \\n; end')
    expect(lines.flat().filter((cell) => /^[=+@\t\r]|^-\D/.test(cell))).toEqual([])
  })

  it('as a document: what the published schema describes, by another reader of schemas', async () => {
    // the one that the tests of providers bring along
    const load = createRequire(import.meta.resolve('openapi-backend'))
    const { default: Ajv } = load('ajv/dist/2020')
    const { body: schema } = await server.stranger.get('/exports/schema')
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    const account: AccountExport = JSON.parse((await fileOf('json')).bytes.toString())
    expect([isValid(account), isValid.errors]).toEqual([true, null])
    expect(account.shows).toHaveLength(NIGHTS.length)
    expect(isValid({ ...account, shows: [{ ...account.shows[0], date: 1 }] })).toBe(false)
  })

  it('as an archive, whose table and calendar are the same as alone', async () => {
    const { bytes } = await fileOf('archive')
    const files = unzip(bytes)
    const [csv, ics] = [await fileOf('csv'), await fileOf('ics')]
    expect(files.get('shows.csv')?.equals(csv.bytes)).toBe(true)
    expect(files.get('shows.ics')?.equals(ics.bytes)).toBe(true)
    if (!has('unzip')) return
    const path = join(folder, 'archive.zip')
    writeFileSync(path, bytes)
    const { status, stdout } = spawnSync('unzip', ['-t', path], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.stringContaining('No errors detected')])
  })
})
