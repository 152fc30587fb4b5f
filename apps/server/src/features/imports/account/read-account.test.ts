import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeZip, type ZipMember } from '../../../../test/bombs.ts'
import type { Found } from '../kinds.ts'
import { readAccount } from './actions/read-account.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'account-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ID = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
const TIME = '2024-12-01T19:00:00.000Z'

const show = (change: object = {}) => ({
  id: ID,
  title: null,
  date: '2019-12-01',
  time: '20:30',
  starts_at: TIME,
  ends_at: null,
  time_zone: 'Europe/Amsterdam',
  status: 'scheduled',
  line_up: [{ id: ID, name: 'Spinvis', mbid: null }],
  venue: {
    id: ID,
    name: 'TivoliVredenburg',
    address: null,
    city: 'Utrecht',
    state: null,
    country: 'NL',
    latitude: null,
    longitude: null,
    time_zone: 'Europe/Amsterdam',
  },
  setlist: [],
  attendance: {
    id: ID,
    rsvp: null,
    state: 'attended',
    method: 'manual',
    arrived_at: null,
    left_at: null,
    notes: null,
    rating: 5,
    audience: 'public',
    created_at: TIME,
    updated_at: TIME,
  },
  ...change,
})
const medium = (change: object = {}) => ({
  id: ID,
  kind: 'photo',
  show_id: ID,
  file: 'originals/night/photo.jpg',
  file_name: 'photo.jpg',
  file_size: 3,
  sha256: 'a'.repeat(64),
  caption: null,
  audience: 'link',
  captured_at: null,
  captured_at_source: null,
  created_at: TIME,
  ...change,
})
const account = (lists: object = {}, head: object = {}) =>
  JSON.stringify({ format: 'sharemyshows-account', version: 1, ...head, ...lists })

async function read(bytes: string | Buffer) {
  const path = join(folder, crypto.randomUUID())
  await writeFile(path, bytes)
  const signal = AbortSignal.timeout(60_000)
  const nothing = { username: null, personId: ID, mapping: null, dateFormat: null }
  const reading = await readAccount({ path, signal, ...nothing })
  if ('failure' in reading) return { failure: reading.failure, found: [] }
  const found: Found[] = []
  for await (const some of reading.found) found.push(...some)
  return { failure: null, found }
}
const zipOf = (...members: ZipMember[]) => writeZip(members)
const document = (bytes: string | Buffer, more: Partial<ZipMember> = {}): ZipMember => ({
  name: 'account.json',
  bytes: Buffer.from(bytes),
  ...more,
})
const about = (found: Found[], kind: Found['kind']) => found.filter((one) => one.kind === kind)

describe('an account', () => {
  it('is read item by item: a bad one is named by its number, and stops no other', async () => {
    const shows = [
      show(),
      show({ date: '2019-02-30' }),
      'no show at all',
      show({ line_up: [{ id: ID, name: ' ', mbid: null }] }),
      show({ attendance: { ...show().attendance, arrived_at: '2199-01-01T00:00:00Z' } }),
      show({
        setlist: [{ song_name: 'One' }, { song_name: '' }, { song_name: 'Two', encore: true, unknown: 1 }],
      }),
      show({ unknown: { deep: [] }, attendance: { ...show().attendance, audience: 'people' } }),
    ]
    const { failure, found } = await read(account({ shows }, { later: { fields: 'are left alone' } }))
    expect(failure).toBeNull()
    const read_ = about(found, 'shows')
    expect(read_.map(({ row, entry, problems }) => [row, entry !== null, problems])).toEqual([
      [1, true, []],
      [2, false, [{ field: 'show_date', message: 'There is no such day.' }]],
      [3, false, [{ field: '', message: 'This cannot be read.' }]],
      [4, false, [{ field: 'artist_name', message: expect.any(String) }]],
      [5, false, [{ field: 'attendance.arrived_at', message: 'This lies in the future.' }]],
      [6, true, [{ field: 'setlist', message: '1 of its songs cannot be read.' }]],
      [7, true, []],
    ])
    expect(read_[5]?.entry).toMatchObject({
      songs: [{ song_name: 'One' }, { song_name: 'Two', encore: true }],
    })
    // whom it was for cannot be chosen here: nobody, then
    expect(read_[6]?.entry).toMatchObject({ written: { audience: 'private' } })
  })

  it('is read with an item that is no JSON, and with one that is too much', async () => {
    const bad = '{"id": nope}'
    const much = JSON.stringify(show({ title: 'x'.repeat(9_000_000) }))
    const latin = Buffer.from(JSON.stringify(show({ title: 'é' })), 'latin1')
    const text = account({ shows: ['BAD', 'MUCH', 'LATIN', show()] })
    const [before = '', after = ''] = text.split('"LATIN"')
    const { found } = await read(
      Buffer.concat([
        Buffer.from(before.replace('"BAD"', bad).replace('"MUCH"', much)),
        latin,
        Buffer.from(after),
      ]),
    )
    expect(about(found, 'shows').map(({ row, entry, problems }) => [row, entry === null, problems])).toEqual([
      ...[1, 2, 3].map((row) => [row, true, [{ field: 'row', message: 'This cannot be read.' }]]),
      [4, false, []],
    ])
  })

  it('is found in its archive, also when that was opened and packed again', async () => {
    const photo = Buffer.from('abc')
    for (const inside of ['', 'sharemyshows-2024-12-01/']) {
      const { failure, found } = await read(
        zipOf(
          document(account({ media: [medium(), medium({ file: 'originals/night/lost.jpg' })] }), {
            name: `${inside}account.json`,
          }),
          { name: `${inside}originals/night/photo.jpg`, bytes: photo, method: 0 },
          { name: `${inside}avatar.webp`, bytes: photo },
          { name: '__MACOSX/account.json', bytes: photo },
          { name: `${inside}something/else/entirely`, bytes: Buffer.alloc(5_000_000) },
        ),
      )
      expect(failure).toBeNull()
      expect(about(found, 'media')).toMatchObject([
        { row: 1, entry: { audience: 'private', packed: { size: 3, deflated: false } } },
        { row: 2, entry: null, problems: [{ field: 'media', message: 'Its file is not in the archive.' }] },
      ])
      expect(about(found, 'profile')).toMatchObject([{ row: 0 }, { row: 1, entry: { avatar: { size: 3 } } }])
    }
  })

  it.each([
    ['nothing of ours', '{"shows": []}', 'This is no account of ShareMyShows.'],
    ['a calendar', 'BEGIN:VCALENDAR\r\n', 'This is no JSON: it goes wrong at byte 1.'],
    ['of no version', account({}, { version: '1' }), 'does not say in which version'],
    ['of a later version', account({}, { version: 2 }), 'reads up to version 1. Update it first.'],
    ['that breaks off', account({ shows: [show()] }).slice(0, -20), 'breaks off in the middle'],
    ['in UTF-16', Buffer.from(account(), 'utf16le'), 'This is no JSON'],
  ])('is none with %s', async (_, bytes, says) => {
    expect((await read(bytes)).failure).toContain(says)
  })
})

describe('31: an attack is refused with a sentence', () => {
  const zeros = Buffer.alloc(64 * 1_048_576)
  const layer = zipOf({ name: 'lib 0.zip', bytes: zipOf({ name: '0.dll', bytes: Buffer.alloc(50_000_000) }) })
  const attacks: [what: string, bytes: () => Buffer, says: string][] = [
    ['zips within zips', () => layer, 'There is no account.json'],
    ['a gzip of zeros', () => gzipSync(zeros), 'This is no JSON'],
    ['a document of zeros', () => zipOf(document(zeros)), 'not made as ours are'],
    [
      'a document that says that it is small',
      () => zipOf(document(Buffer.alloc(60_000_000, ' '), { says: 1000 })),
      'damaged or incomplete',
    ],
    ['two documents', () => zipOf(document('{}'), document(account())), 'not made as ours are'],
    [
      'a document that is a link',
      () => zipOf(document('/etc/passwd', { attributes: 0o120777 << 16 })),
      'not made',
    ],
    ['a locked document', () => zipOf(document(account(), { flags: 1 })), 'not made as ours are'],
    [
      'files that share their bytes',
      () =>
        zipOf(
          document(account()),
          ...Array.from({ length: 50 }, (_, n) => ({
            name: `originals/a/${n}.jpg`,
            bytes: Buffer.from(account()),
            sharing: 'account.json',
          })),
        ),
      'not made as ours are',
    ],
    [
      'a name that leads outside',
      () => zipOf(document(account()), document('x', { name: '../../x' })),
      'damaged',
    ],
    ['a depth without end', () => Buffer.from(`{"a": ${'['.repeat(5_000_000)}`), 'breaks off'],
  ]
  it.each(attacks)('%s', async (_, bytes, says) => {
    const { failure, found } = await read(bytes())
    expect(failure).toContain(says)
    expect(found).toEqual([])
  })

  it('42: names of what every object has are no lists of ours', async () => {
    const text = `{"format": "sharemyshows-account", "version": 1, "__proto__": [1], "constructor": [{}],
      "toString": ["x"], "shows": [{"__proto__": {"id": 1}}], "moods": [${'['.repeat(9999)}${']'.repeat(9999)}]}`
    const { failure, found } = await read(text)
    expect([failure, found.map(({ kind, entry }) => [kind, entry === null])]).toEqual([
      null,
      [
        ['profile', false],
        ['shows', true],
        ['moods', true],
      ],
    ])
  })
})
