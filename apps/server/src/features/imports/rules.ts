import {
  ImportField,
  type ImportMapping,
  type ImportSource,
  MOST_ARCHIVE_BYTES,
  MOST_BYTES,
} from '@sharemyshows/contract/imports'

const MISSING: Record<string, string> = {
  artist_name: 'It does not say who played.',
  venue_name: 'It does not say where it was.',
  show_date: 'It does not say when it was.',
}

/** What is wrong with a field, as a sentence; `message` is that of its schema. */
export function sentenceOf(field: string, message: string): string {
  if (message !== 'Required' && !message.startsWith('Invalid'))
    return /[.!?]$/.test(message) ? message : `${message}.`
  return MISSING[field] ?? 'This cannot be read.'
}

/** Where files of imports lie in the storage. */
export const FOLDER = 'imports'

/** Most imports a person keeps, and most bytes of all their files. */
export const MOST_IMPORTS = 20
export const MOST_KEPT_BYTES = MOST_ARCHIVE_BYTES + 10 * MOST_BYTES

/** Files up to this size are read while the client waits. */
export const SMALL_BYTES = 256 * 1024

/** So often at most pages hear how far it is: three times a second, so that there is room for the last word within four. */
export const TOLD_EVERY_MS = 350

/** So long at most an import works before others have their turn. */
export const SLICE_MS = 2500

export const OUR_FAULT = 'Something broke on our side. Try again; what has been added so far stays.'
export const TOO_MANY_ROWS = 'There are more than 100,000 rows in it. Import it in parts.'

/** Where the file of an import lies; the last characters of an id are random, so that the folders fill evenly. */
export const keyOf = (id: string): string => `${FOLDER}/${id.slice(-2)}/${id}`

/** Most bytes of a file of a source; of one that is not known yet, those of the largest. */
export const mostBytes = (source: unknown): number =>
  source === undefined || source === 'export' ? MOST_ARCHIVE_BYTES : MOST_BYTES

/** What somebody calls her file, as it is shown to her. */
export const shownName = (name: string): string | null =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{C}/gu, '')
    .trim()
    .slice(0, 200) || null

const starts = (head: Uint8Array, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

const isZip = (head: Uint8Array): boolean => starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)

/** By what a file begins with that is no text, though some of it may look like one. */
const isNoText = (head: Uint8Array): boolean =>
  isZip(head) ||
  starts(head, 0x1f, 0x8b) || // gzip
  starts(head, 0x25, 0x50, 0x44, 0x46, 0x2d) || // PDF
  starts(head, 0x7b, 0x5c, 0x72, 0x74, 0x66) || // RTF
  starts(head, 0x89, 0x50, 0x4e, 0x47) || // PNG
  starts(head, 0xff, 0xd8, 0xff) || // JPEG
  starts(head, 0x47, 0x49, 0x46, 0x38) || // GIF
  starts(head, 0xd0, 0xcf, 0x11, 0xe0) || // an old Excel sheet
  starts(head, 0x37, 0x7a, 0xbc, 0xaf) || // 7z
  starts(head, 0x28, 0xb5, 0x2f, 0xfd) || // zstd
  starts(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a) || // xz
  starts(head, 0x42, 0x5a, 0x68, 0x39) || // bzip2
  starts(head, 0x52, 0x61, 0x72, 0x21) // RAR

/** True when a file that begins like this can be what a source brings; names have no say. */
export const isTaken = (source: ImportSource, head: Uint8Array): boolean =>
  source === 'export' ? isZip(head) || !isNoText(head) : !isNoText(head)

type GivenMapping = Record<string, string | null | undefined>

const isField = (text: unknown): text is ImportField => ImportField.safeParse(text).success

/**
 * What columns mean after somebody said so: fields by columns or columns by fields. What she does not name stays as it
 * was; a field whose column is empty, and a column whose field is null, mean nothing any more. A column that is no
 * column of the file is given as `unknown`.
 */
export function mappingAfter(
  current: ImportMapping,
  given: GivenMapping,
  columns: readonly string[],
): ImportMapping | { unknown: string } {
  const entries = Object.entries(given)
  const byFields = entries.every(
    ([field, column]) => isField(field) && (column === '' || columns.includes(column ?? '')),
  )
  const pairs = byFields ? entries : entries.map(([column, field]) => [field, column] as const)
  const after: Record<string, string> = { ...current }
  const unassign = (column: string) => {
    for (const [field, taken] of Object.entries(after)) if (taken === column) delete after[field]
  }
  for (const [field, column] of pairs) {
    if (column == null || (column !== '' && !columns.includes(column))) return { unknown: column ?? '' }
    if (column !== '') unassign(column)
    if (field != null && column === '') delete after[field]
    else if (isField(field)) after[field] = column
  }
  return after
}

/** True when two say the same of all columns. */
export const isSameMapping = (one: ImportMapping, two: ImportMapping): boolean =>
  ImportField.options.every((field) => one[field] === two[field])

const REQUIRED = ['artist_name', 'venue_name', 'show_date'] as const

/** Fields without which no row of a table can be a show, and which no column says. */
export const missingOf = (mapping: ImportMapping): ImportField[] =>
  REQUIRED.filter((field) => mapping[field] === undefined)
