import type { Problem } from '../../kinds.ts'

/** What a document says of itself, and how much is in its lists. */
export type Head = {
  hear(name: string, item: boolean, value: () => unknown): void
  values: Record<'format' | 'version' | 'profile' | 'settings' | 'people', unknown>
  counts: Map<string, number>
}

export function headOf(): Head {
  const values: Head['values'] = {
    format: undefined,
    version: undefined,
    profile: undefined,
    settings: undefined,
    people: undefined,
  }
  const counts = new Map<string, number>()
  return {
    values,
    counts,
    hear(name, item, value) {
      if (item) counts.set(name, (counts.get(name) ?? 0) + 1)
      else if (Object.hasOwn(values, name)) values[name as keyof Head['values']] = value()
    },
  }
}

/** Why a document cannot be taken; null where it can. */
export function notOurs({ values: { format, version } }: Head, known: number): string | null {
  if (format !== 'sharemyshows-account') return 'This is no account of ShareMyShows.'
  if (!Number.isInteger(version)) return 'This account does not say in which version it was written.'
  return (version as number) > known
    ? `This account was written in version ${version}, and this server reads up to version ${known}. Update it first.`
    : null
}

/** Lists that stay where they are, in words. */
const STAYING: Record<string, string> = {
  messages: 'messages',
  answers: 'answers to events',
  revisions: 'your changes of shared facts',
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' })

/** What does not come along, said once. */
export function leftBehind({ counts, values }: Pick<Head, 'counts' | 'values'>, alone: boolean): Problem[] {
  const { people } = values
  const known = Object.values(typeof people === 'object' && people !== null ? people : {})
  const staying = [
    ...(known.some((list) => Array.isArray(list) && list.length > 0) ? ['friends'] : []),
    ...Object.entries(STAYING).flatMap(([name, words]) => (counts.has(name) ? [words] : [])),
  ]
  const media = counts.get('media') ?? 0
  return [
    ...(staying.length === 0
      ? []
      : [
          {
            field: 'account',
            message: `What is shared with others does not come along: ${listed.format(staying)}.`,
          },
        ]),
    ...(alone && media > 0
      ? [
          {
            field: 'media',
            message: `This is the document alone: ${media === 1 ? 'its photo or recording comes' : `its ${media} photos and recordings come`} only with the archive.`,
          },
        ]
      : []),
  ]
}
