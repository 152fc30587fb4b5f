import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  ACCOUNT_EXPORT_VERSION,
  accountExportSchema,
  type ExportedMedium,
} from '@sharemyshows/contract/account-export'
import type { ExportFormat } from '@sharemyshows/contract/exports'
import { stringify } from 'csv-stringify'
import { calendarPieces } from '../../../platform/calendar/ics.ts'
import { createZip, type Zip } from '../../../platform/files/zip.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Calendars } from '../../calendars/feature.ts'
import {
  type AccountAtOneMoment,
  type AccountReader,
  AVATAR,
  COLUMN_NAMES,
  calendarEntry,
  jsonPieces,
  lineOf,
  originalName,
} from '../rules.ts'

export type Writing = {
  account: AccountReader
  storage: Storage
  /** Address of this server. */
  home: string
  /** The files of a picture, the largest first. */
  avatarFiles: (avatar: string) => string[]
  occasionOf: Calendars['occasionOf']
  /** Called with what has been written since the last call, in rows and bytes; throws when the work is to stop. */
  written: (rows: number, bytes: number) => Promise<void>
}

/** Writes an account to a file, in the format that is asked for. */
export async function writeExport(format: ExportFormat, path: string, writing: Writing): Promise<void> {
  if (format === 'archive') return writeArchive(path, writing)
  const { account } = writing
  await account.atOneMoment(async (now) => {
    const text = await write[format](now, writing)
    await pipeline(text, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  })
}

const write = {
  csv: tableOf,
  ics: calendarOf,
  json: (now: AccountAtOneMoment, writing: Writing) => documentOf(now, writing, () => null),
}

async function writeArchive(path: string, writing: Writing): Promise<void> {
  const zip = createZip(path)
  try {
    const missing = await addOriginals(zip, writing)
    const fileOf = ({ id, file }: ExportedMedium) => (missing.has(id) ? null : file)
    await writing.account.atOneMoment(async (now) => {
      await addAvatar(zip, now, writing)
      const document = await documentOf(now, writing, fileOf)
      await zip.add('account.json', document, { compress: true })
      await zip.add('shows.csv', tableOf(now, writing), { compress: true })
      await zip.add('shows.ics', await calendarOf(now, writing), { compress: true })
    })
    const schema = `${JSON.stringify(accountExportSchema(), null, 2)}\n`
    await zip.add('account-export.schema.json', Readable.from([schema]), { compress: true })
    await zip.end()
  } finally {
    zip.abandon()
  }
}

/** Photos hardly become smaller by being compressed. Gives those whose files are gone. */
async function addOriginals(zip: Zip, { account, storage, written }: Writing): Promise<Set<string>> {
  const missing = new Set<string>()
  for await (const batch of account.originals()) {
    for (const original of batch) {
      const bytes = await storage.read(original.storage_key)
      if (bytes === null) missing.add(original.id)
      else {
        const mtime = new Date(original.made_at)
        await zip.add(originalName(original), bytes, { mtime, compress: false })
      }
      await written(0, original.file_size)
    }
  }
  return missing
}

async function addAvatar(
  zip: Zip,
  now: AccountAtOneMoment,
  { storage, avatarFiles }: Writing,
): Promise<void> {
  const { avatar } = await now.head()
  const [key] = avatar === null ? [] : avatarFiles(avatar)
  const bytes = key === undefined ? null : await storage.read(key)
  if (bytes !== null) await zip.add(AVATAR, bytes, { compress: false })
}

type FileOf = (medium: ExportedMedium) => string | null

/** `account.json`; without an archive there are no files to name. */
async function documentOf(
  { head: readHead, lists }: AccountAtOneMoment,
  { home, written }: Writing,
  fileOf: FileOf,
): Promise<Readable> {
  const { head } = await readHead()
  const { avatar } = head.profile
  const counted = async function* <Item>(batches: AsyncIterable<Item[]>) {
    for await (const batch of batches) {
      yield batch
      await written(batch.length, 0)
    }
  }
  const media = async function* () {
    for await (const batch of lists.media()) {
      yield batch.map((medium) => ({ ...medium, file: fileOf(medium) }))
    }
  }
  const beginning = {
    format: 'sharemyshows-account',
    version: ACCOUNT_EXPORT_VERSION,
    exported_at: new Date().toISOString(),
    server: home,
    ...head,
    profile: { ...head.profile, avatar },
  }
  return Readable.from(
    jsonPieces(beginning, [
      ['shows', counted(lists.shows())],
      ['answers', lists.answers()],
      ['comments', counted(lists.comments())],
      ['messages', counted(lists.messages())],
      ['media', counted(media())],
      ['revisions', lists.revisions()],
      ['moods', counted(lists.moods())],
      ['playlists', lists.playlists()],
      ['listens', counted(lists.listens())],
      ['events', lists.events()],
    ]),
  )
}

/** `shows.ics`. */
async function calendarOf(
  { head: readHead, lists }: AccountAtOneMoment,
  { home, occasionOf, written }: Writing,
): Promise<Readable> {
  const { profile } = (await readHead()).head
  const occasions = async function* () {
    for await (const batch of lists.shows()) {
      yield batch.map((show) => occasionOf(calendarEntry(show)))
      await written(batch.length, 0)
    }
  }
  const name = `Shows of ${profile.display_name ?? profile.username}`
  return Readable.from(calendarPieces(name, new URL(home).hostname, occasions()))
}

/** `shows.csv`, with the mark by which spreadsheets know UTF-8. */
function tableOf({ lists }: AccountAtOneMoment, { written }: Writing): Readable {
  const lines = async function* () {
    for await (const batch of lists.shows()) {
      for (const show of batch) yield lineOf(show)
      await written(batch.length, 0)
    }
  }
  const table = stringify({
    header: true,
    columns: COLUMN_NAMES,
    bom: true,
    record_delimiter: 'windows',
    // a line feed is no end of a line here, yet some readers take it for one
    quoted_match: /[\r\n]/,
  })
  return Readable.from(lines()).compose(table)
}
