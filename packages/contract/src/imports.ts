import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ChosenAudience, Id, line, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'

const tag = 'Imports'

/** Most bytes of a table or a calendar, and of an archive (both with files of an account). */
export const MOST_BYTES = 50 * 1_048_576
export const MOST_ARCHIVE_BYTES = 4096 * 1_048_576
/** Most rows of one import. */
export const MOST_ROWS = 100_000
/** How long an import that nobody confirms is kept. */
export const PREVIEW_DAYS = 7
/** Problems that an import itself lists; the others are among its rows. */
export const MOST_PROBLEMS = 500

/**
 * `csv`: a table of shows. `ics`: a calendar (RFC 5545). `setlistfm`: what somebody says at setlist.fm that she attended,
 * where the operator allows it. `export`: an account of this or another server, as `account.json` or its archive.
 */
export const ImportSource = z.enum(['csv', 'ics', 'setlistfm', 'export'])
export type ImportSource = z.infer<typeof ImportSource>

/** `preview` waits to be confirmed; `cancelled` was stopped on the way, and what it had added is there. */
export const ImportState = z.enum(['preview', 'running', 'done', 'failed', 'undone', 'cancelled'])
export type ImportState = z.infer<typeof ImportState>

/** What a column of a table can mean, by the names under which a show is created. */
export const ImportField = z.enum([
  'artist_name',
  'support',
  'title',
  'venue_name',
  'venue_address',
  'venue_city',
  'venue_state',
  'venue_country',
  'venue_latitude',
  'venue_longitude',
  'show_date',
  'show_time',
  'notes',
  'rating',
  'is_public',
  'audience',
])
export type ImportField = z.infer<typeof ImportField>

/** Which column says what: fields by the names of their columns. A field that no column says is left out. */
export const ImportMapping = z.partialRecord(ImportField, z.string().max(300))
export type ImportMapping = z.infer<typeof ImportMapping>

/** How days are written in numbers, such as `DD/MM/YYYY`: the order alone counts. Words and ISO 8601 are read in any case. */
export const DateFormat = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase())
  .refine((text) => {
    const order = text.match(/Y{2,4}|M{1,2}|D{1,2}/g)?.map(([letter]) => letter) ?? []
    return [...order].sort().join('') === 'DMY' && /^[YMD\s./-]+$/.test(text)
  }, 'Write it with YYYY, MM and DD, such as DD/MM/YYYY')
  .meta({ example: 'DD/MM/YYYY' })

/**
 * What becomes of a row. `ok`: it is imported. `doubtful`: imported as new unless something else is decided. `duplicate`:
 * in my diary already, or earlier in the file. `bad`: it cannot be.
 */
export const RowVerdict = z.enum(['ok', 'doubtful', 'duplicate', 'bad'])
export type RowVerdict = z.infer<typeof RowVerdict>

/** `new`: import it as a show of its own; `match`: it is the show that was found; `skip`: leave it out. */
export const RowDecision = z.enum(['new', 'match', 'skip'])
export type RowDecision = z.infer<typeof RowDecision>

/** What became of a row: `present` was in my diary when its turn came. */
export const RowOutcome = z.enum(['added', 'present', 'skipped', 'failed', 'undone', 'kept'])
export type RowOutcome = z.infer<typeof RowOutcome>

/** Something about a row: `row` is the file’s line, the header being 1; of an export, the number of the show. */
export const RowProblem = z
  .object({ row: z.int(), field: z.string(), message: z.string() })
  .meta({ id: 'RowProblem', example: { row: 7, field: 'show_date', message: 'There is no such day.' } })
export type RowProblem = z.infer<typeof RowProblem>

/** A column as it stands in the file; `field` is what it was taken for. */
export const ImportColumn = z
  .object({ name: z.string(), field: ImportField.nullable(), samples: z.array(z.string()) })
  .meta({
    id: 'ImportColumn',
    example: { name: 'Band', field: 'artist_name', samples: ['Spinvis', 'De Staat'] },
  })
export type ImportColumn = z.infer<typeof ImportColumn>

/** Besides shows, what an account brings along. */
export const ExtraKind = z.enum(['profile', 'media', 'comments', 'moods', 'playlists', 'listens'])
export type ExtraKind = z.infer<typeof ExtraKind>

/**
 * An import of mine. `phase` says what runs; `progress` runs from 0 to 1. `rows` are counted by what they were judged,
 * `outcomes` by what became of them; `missing` are fields that no column says and no row can do without. `extras` are what
 * an account brings besides shows: how much there is, how much was added, and how much could not be. `failure` says in a
 * sentence why all of it failed.
 */
export const Import = z
  .object({
    id: Id,
    source: ImportSource,
    state: ImportState,
    phase: z.enum(['reading', 'importing', 'undoing']).nullable(),
    progress: z.number().min(0).max(1),
    file_name: z.string().nullable(),
    file_size: z.int().nullable(),
    columns: z.array(ImportColumn),
    mapping: ImportMapping,
    missing: z.array(ImportField),
    date_format: z.string().nullable(),
    rows: z.object({
      total: z.int(),
      ok: z.int(),
      doubtful: z.int(),
      duplicate: z.int(),
      bad: z.int(),
    }),
    outcomes: z.object({
      added: z.int(),
      present: z.int(),
      skipped: z.int(),
      failed: z.int(),
      undone: z.int(),
      kept: z.int(),
    }),
    extras: z.array(z.object({ kind: ExtraKind, total: z.int(), added: z.int(), failed: z.int() })),
    problems: z.array(RowProblem),
    more_problems: z.boolean(),
    attribution: z.object({ text: z.string(), url: z.string() }).nullable(),
    failure: z.string().nullable(),
    undoable: z.boolean(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Import',
    example: {
      id: Id.meta()?.example,
      source: 'csv',
      state: 'preview',
      phase: null,
      progress: 1,
      file_name: 'concerts.csv',
      file_size: 41_822,
      columns: [ImportColumn.meta()?.example],
      mapping: { artist_name: 'Band', venue_name: 'Where', show_date: 'Date' },
      missing: [],
      date_format: null,
      rows: { total: 500, ok: 489, doubtful: 6, duplicate: 3, bad: 2 },
      outcomes: { added: 0, present: 0, skipped: 0, failed: 0, undone: 0, kept: 0 },
      extras: [],
      problems: [RowProblem.meta()?.example],
      more_problems: false,
      attribution: null,
      failure: null,
      undoable: false,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:01.000Z',
    },
  })
export type Import = z.infer<typeof Import>

/** A show as a row says it; what it does not say is null. */
export const ImportEntry = z
  .object({
    artist_name: z.string(),
    support: z.array(z.string()),
    title: z.string().nullable(),
    venue_name: z.string(),
    venue_city: z.string().nullable(),
    venue_country: z.string().nullable(),
    show_date: z.string().meta({ format: 'date' }),
    show_time: z.string().nullable(),
    notes: z.string().nullable(),
    rating: z.int().nullable(),
    songs: z.int(),
  })
  .meta({ id: 'ImportEntry' })
export type ImportEntry = z.infer<typeof ImportEntry>

/** A row; `cells` as they stand in the file, `match` the show it seems to be, with whether that is in my diary. */
export const ImportRow = z
  .object({
    row: z.int(),
    verdict: RowVerdict,
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
    cells: z.array(z.string()),
    entry: z.object(ImportEntry.shape).nullable(),
    match: z
      .object({
        show_id: Id.nullable(),
        row: z.int().nullable(),
        artist_name: z.string(),
        venue_name: z.string(),
        show_date: z.string(),
        mine: z.boolean(),
      })
      .nullable(),
    decision: RowDecision.nullable(),
    outcome: RowOutcome.nullable(),
    show_id: Id.nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

const params = z.object({ import_id: Id })
const anImport = { 200: Import }

export const createImport = endpoint({
  id: 'createImport',
  method: 'POST',
  path: '/imports',
  tag,
  summary: 'Read a file of my past, to be looked at before anything is added',
  description:
    'A form with `source` and `file`; for `setlistfm` with `username` instead of a file. What is read quickly is answered as `preview`, the rest is read by a job: `import_progress` on the personal channel tells how far it is. Tables and calendars up to 50 MB and 100,000 rows, archives up to 4 GB.',
  security: 'required',
  limit: 'upload',
  form: z.object({ source: ImportSource, username: line(80).optional() }),
  answers: { 201: Import },
  problems: [
    'unsupported_media_type',
    'malformed_request',
    'payload_too_large',
    'file_missing',
    'file_empty',
    'unsupported_format',
    'provider_not_configured',
    'too_many_imports',
  ],
})

export const listImports = endpoint({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  tag,
  summary: 'My imports, newest first',
  security: 'required',
  query: Paging.pick({ limit: true, cursor: true }),
  answers: { 200: pageOf(Import) },
  problems: [],
})

export const readImport = endpoint({
  id: 'readImport',
  method: 'GET',
  path: '/imports/{import_id}',
  tag,
  summary: 'One of my imports',
  security: 'required',
  params,
  answers: anImport,
  problems: ['not_found'],
})

export const listImportRows = endpoint({
  id: 'listImportRows',
  method: 'GET',
  path: '/imports/{import_id}/rows',
  tag,
  summary: 'Rows of an import in the order of the file',
  security: 'required',
  params,
  query: Paging.pick({ limit: true, cursor: true }).extend({
    verdict: RowVerdict.optional(),
    outcome: RowOutcome.optional(),
  }),
  answers: { 200: pageOf(ImportRow) },
  problems: ['not_found'],
})

/**
 * By the names of columns: fields by columns, or, as some write it, columns by fields. What is not named stays as it was; an
 * empty column, or null for a field, means nothing any more.
 */
const GivenMapping = z
  .union([ImportMapping, z.record(z.string().max(300), ImportField.nullable())])
  .meta({ example: { artist_name: 'Band', venue_name: 'Where', show_date: 'Date' } })

const reading = {
  mapping: GivenMapping.optional(),
  date_format: DateFormat.nullish(),
}

export const rereadImport = endpoint({
  id: 'rereadImport',
  method: 'PATCH',
  path: '/imports/{import_id}',
  tag,
  summary: 'Read the file again, with columns or dates meant otherwise',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject(reading).meta({ id: 'ImportReread', example: { date_format: 'DD/MM/YYYY' } }),
  answers: anImport,
  problems: ['not_found', 'import_not_waiting'],
})

const aRow = z.string().regex(/^\d{1,7}$/, 'Not the number of a row')

export const confirmImport = endpoint({
  id: 'confirmImport',
  method: 'POST',
  path: '/imports/{import_id}/confirm',
  tag,
  summary: 'Add what was read to my diary',
  description:
    '`decisions` name rows by their numbers; a doubtful row without one is imported as new, a duplicate is not imported. `audience` holds for rows that do not say who may see them. Runs as a job. An import that was cancelled goes on.',
  security: 'required',
  limit: 'write',
  bodyLimit: 5 * 1_048_576,
  params,
  body: z
    .strictObject({
      ...reading,
      decisions: z
        .union([
          z.record(aRow, RowDecision),
          z.array(z.strictObject({ row: z.int().min(1), decision: RowDecision })).max(MOST_ROWS),
        ])
        .optional(),
      audience: ChosenAudience.optional(),
    })
    .meta({ id: 'ImportConfirm', example: { decisions: { 7: 'skip' } } }),
  bodyOptional: true,
  answers: anImport,
  problems: ['not_found', 'import_not_waiting', 'import_under_way'],
})

export const cancelImport = endpoint({
  id: 'cancelImport',
  method: 'POST',
  path: '/imports/{import_id}/cancel',
  tag,
  summary: 'Stop an import that runs; what it has added stays until it is undone',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: anImport,
  problems: ['not_found', 'import_not_running'],
})

export const undoImport = endpoint({
  id: 'undoImport',
  method: 'POST',
  path: '/imports/{import_id}/undo',
  tag,
  summary: 'Take out all that an import added',
  description: 'Shows to which I added something of my own since are `kept`. Runs as a job.',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: anImport,
  problems: ['not_found', 'import_not_undoable', 'import_under_way'],
})

export const deleteImport = endpoint({
  id: 'deleteImport',
  method: 'DELETE',
  path: '/imports/{import_id}',
  tag,
  summary:
    'Forget an import: its file and what it says of rows. What it added stays, and can no longer be undone',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found', 'import_under_way'],
})
