import type { ExtraKind, Import, ImportField, ImportSource } from '@sharemyshows/contract/imports'

/** Where a past can come from, each in a sentence; `accept` is what the file picker offers. */
export const SOURCES: Readonly<
  Record<ImportSource, { label: string; hint: string; icon: 'table' | 'calendar' | 'list' | 'archive' }>
> = {
  csv: {
    label: 'A table',
    hint: 'A CSV file from a spreadsheet, a notes app or another diary, whatever its columns are called.',
    icon: 'table',
  },
  ics: {
    label: 'A calendar',
    hint: 'An .ics file, as every calendar can save one. What looks like a concert is taken from it.',
    icon: 'calendar',
  },
  export: {
    label: 'Another ShareMyShows',
    hint: 'The copy you made there: the zip with photos and recordings, or the JSON file alone.',
    icon: 'archive',
  },
  setlistfm: {
    label: 'setlist.fm',
    hint: 'The concerts you said there that you attended.',
    icon: 'list',
  },
}

/** What the file picker offers; only advice, the server judges by content. */
export const ACCEPTED: Readonly<Record<Exclude<ImportSource, 'setlistfm'>, string>> = {
  csv: '.csv,.tsv,.txt,text/csv',
  ics: '.ics,text/calendar',
  export: '.zip,.json,application/zip,application/json',
}

const ENDINGS: readonly [RegExp, ImportSource][] = [
  [/\.(ics|ical|ifb)$/i, 'ics'],
  [/\.(zip|json)$/i, 'export'],
  [/\.(csv|tsv|tab|txt)$/i, 'csv'],
]

/** What a file is by the end of its name, so that whoever drops a calendar need not have said so. */
export const sourceOf = (fileName: string, chosen: ImportSource): ImportSource =>
  ENDINGS.find(([ending]) => ending.test(fileName))?.[1] ?? (chosen === 'setlistfm' ? 'csv' : chosen)

/** What a column can mean, in the order in which people look for it. */
export const FIELDS: readonly { value: ImportField; label: string }[] = [
  { value: 'artist_name', label: 'Who' },
  { value: 'support', label: 'Support' },
  { value: 'show_date', label: 'Date' },
  { value: 'show_time', label: 'Time' },
  { value: 'venue_name', label: 'Where' },
  { value: 'venue_city', label: 'City' },
  { value: 'venue_state', label: 'State or region' },
  { value: 'venue_country', label: 'Country' },
  { value: 'venue_address', label: 'Address' },
  { value: 'venue_latitude', label: 'Latitude' },
  { value: 'venue_longitude', label: 'Longitude' },
  { value: 'title', label: 'Title of the night' },
  { value: 'notes', label: 'Notes' },
  { value: 'rating', label: 'Rating' },
  { value: 'is_public', label: 'Public, yes or no' },
  { value: 'audience', label: 'Who may see it' },
]

export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean => state === 'running'

/** Read anew with other columns or dates: what was read before is still there to look at. */
export const isRereading = ({ phase, columns }: Pick<Import, 'phase' | 'columns'>): boolean =>
  phase === 'reading' && columns.length > 0

export const sayNumber = (number: number): string => number.toLocaleString('en-GB')

/** "1 show", "1,204 shows". */
export const sayCount = (number: number, one: string, many = `${one}s`): string =>
  `${sayNumber(number)} ${number === 1 ? one : many}`

/** "a, b and c". */
export const sayAll = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const begun = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const EXTRAS: Record<ExtraKind, (count: number) => string> = {
  profile: () => 'your profile and settings',
  media: (count) => sayCount(count, 'photo or recording', 'photos and recordings'),
  comments: (count) => sayCount(count, 'comment'),
  moods: (count) => sayCount(count, 'mood'),
  playlists: (count) => sayCount(count, 'playlist'),
  listens: (count) => sayCount(count, 'song you heard', 'songs you heard'),
}

/** "12 photos and recordings and 3 comments": what an account brings besides shows, by one of its counts. */
export const sayExtras = (extras: Import['extras'], count: 'total' | 'added' | 'failed'): string =>
  sayAll(extras.filter((one) => one[count] > 0).map((one) => EXTRAS[one.kind](one[count])))

/** The page's heading: how an import stands, in a few words. */
export function headOf(one: Import): string {
  const { rows, outcomes } = one
  switch (one.state) {
    case 'running':
      if (isRereading(one) && rows.total > 0) return headOf({ ...one, state: 'preview' })
      return { reading: 'Reading your file', importing: 'Importing', undoing: 'Undoing' }[
        one.phase ?? 'reading'
      ]
    case 'preview':
      if (one.missing.length > 0) return 'Which column says what?'
      if (rows.ok > 0) return sayCount(rows.ok, 'new show')
      if (rows.doubtful > 0) return `${sayCount(rows.doubtful, 'show')} to look at`
      if (one.extras.length > 0) return 'No new shows, and all the rest'
      return rows.duplicate > 0 ? 'Nothing new' : 'Nothing to import'
    case 'done':
      if (outcomes.added > 0) return `${sayCount(outcomes.added, 'show')} added`
      return sayExtras(one.extras, 'added') ? 'Added' : 'Nothing was added'
    case 'cancelled':
      return 'Stopped'
    case 'failed':
      return 'That did not work'
    case 'undone':
      return 'Undone'
  }
}

/** What was read besides new shows: "6 to look at, 3 you have already and 4 that cannot be read". */
export function sayRead({ rows, extras }: Pick<Import, 'rows' | 'extras'>): string {
  const parts = [
    rows.ok > 0 && rows.doubtful > 0 && `${sayNumber(rows.doubtful)} to look at`,
    rows.duplicate > 0 && `${sayNumber(rows.duplicate)} you have already`,
    rows.bad > 0 && `${sayNumber(rows.bad)} that cannot be read`,
  ].filter((part) => part !== false)
  const besides = sayExtras(extras, 'total')
  return [parts.length > 0 && begun(`${sayAll(parts)}.`), besides && `Besides, ${besides}.`]
    .filter(Boolean)
    .join(' ')
}

const nameOfField = (field: ImportField): string =>
  FIELDS.find(({ value }) => value === field)?.label ?? field

/** What no column says yet. */
export const sayMissing = ({ missing }: Pick<Import, 'missing'>): string =>
  `No column says ${sayAll(missing.map((field) => `“${nameOfField(field)}”`))} yet. Choose it below, and the file is read again.`

/** The one button: "Import 493 shows and all the rest"; '' where there is nothing to add. */
export function sayImporting(shows: number, extras: Import['extras']): string {
  const rest = extras.some(({ total }) => total > 0)
  if (shows > 0) return `Import ${sayCount(shows, 'show')}${rest ? ' and all the rest' : ''}`
  return rest ? 'Import all the rest' : ''
}

/** What became of it: "3 were in your diary already, 2 were left out and 4 could not be read." */
export function sayOutcome({ outcomes, extras }: Pick<Import, 'outcomes' | 'extras'>): string {
  const were = (count: number, what: string) => `${sayNumber(count)} ${count === 1 ? 'was' : 'were'} ${what}`
  const parts = [
    outcomes.present > 0 && were(outcomes.present, 'in your diary already'),
    outcomes.skipped > 0 && were(outcomes.skipped, 'left out'),
    outcomes.failed > 0 && `${sayNumber(outcomes.failed)} could not be taken`,
  ].filter((part) => part !== false)
  const added = sayExtras(extras, 'added')
  const failed = sayExtras(extras, 'failed')
  return [
    parts.length > 0 && `${sayAll(parts)}.`,
    added && `Besides, ${added} came along.`,
    failed && `Could not come along: ${failed}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What undoing did: shows to which something was added since stay. */
export const sayUndone = ({ outcomes }: Pick<Import, 'outcomes'>): string =>
  outcomes.kept > 0
    ? `${sayCount(outcomes.kept, 'show')} ${outcomes.kept === 1 ? 'stays' : 'stay'}, because you added something to ${outcomes.kept === 1 ? 'it' : 'them'} since. All the rest is out of your diary again.`
    : 'All that it added is out of your diary again.'

/** How it stands in the list of imports, in a few words. */
export function sayStanding(one: Import): string {
  const { rows, outcomes } = one
  switch (one.state) {
    case 'running':
      return `${headOf(one)} · ${Math.floor(one.progress * 100)} %`
    case 'preview':
      return `Waits for you · ${sayCount(rows.total, 'row')}`
    case 'done':
      return `${sayCount(outcomes.added, 'show')} added`
    case 'cancelled':
      return `Stopped · ${sayCount(outcomes.added, 'show')} added`
    case 'failed':
      return one.failure ?? 'That did not work.'
    case 'undone':
      return outcomes.kept > 0 ? `Undone · ${sayCount(outcomes.kept, 'show')} kept` : 'Undone'
  }
}

/** What it is called: its file, or where it comes from. */
export const nameOf = ({ file_name, source }: Pick<Import, 'file_name' | 'source'>): string =>
  file_name ?? SOURCES[source].label

/** What a screen reader is told while it runs, a quarter at a time; else how it stands. */
export const announce = (one: Import): string =>
  one.state === 'running'
    ? `${headOf(one)}, ${Math.floor(one.progress * 4) * 25} %`
    : `${headOf(one)}. ${one.state === 'preview' ? sayRead(one) : ''}`.trim()
