import type { Export, ExportFormat } from '@sharemyshows/contract/exports'
import { sayShortDate } from '@/lib/dates'
import { sayBytes } from '@/lib/sizes'

/** What can be taken along, each in a sentence. */
export const FORMATS: readonly { value: ExportFormat; label: string; hint: string }[] = [
  {
    value: 'archive',
    label: 'Everything, with photos and recordings',
    hint: 'A zip: your photos and recordings as you sent them, and all the rest as files that other programs can read.',
  },
  {
    value: 'json',
    label: 'Everything but those files',
    hint: 'One JSON file: shows with notes and setlists, comments, messages, settings, devices.',
  },
  {
    value: 'csv',
    label: 'My shows as a table',
    hint: 'A CSV file for a spreadsheet, one line a show.',
  },
  {
    value: 'ics',
    label: 'My shows as a calendar',
    hint: 'An .ics file that every calendar opens, each show at its time and place.',
  },
]

export const nameOf = (format: ExportFormat): string =>
  FORMATS.find(({ value }) => value === format)?.label ?? format

export const isUnderWay = ({ state }: Pick<Export, 'state'>): boolean =>
  state === 'waiting' || state === 'running'

/** How a copy stands, in a few words. */
export function sayExport({ state, progress, size, expires_at, failure }: Export): string {
  switch (state) {
    case 'waiting':
      return 'Begins in a moment'
    case 'running':
      return `${Math.floor(progress * 100)} %`
    case 'ready':
      return `${sayBytes(size ?? 0)} · until ${sayShortDate((expires_at ?? '').slice(0, 10))}`
    case 'failed':
      return failure ?? 'This copy could not be made. Try again.'
    case 'expired':
      return 'Its week is over. Make a new one.'
  }
}
