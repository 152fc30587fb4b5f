import type { Db } from '../../platform/db/connect.ts'
import { rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seesAttendance, seesProfile, seesShow } from '../../viewer/rule.ts'
import type { Page } from './rules.ts'

export type { Page }
export type Noun = 'shows' | 'artists' | 'venues' | 'profile' | 'pages'
/** Reads the things that pages are about, by the first part of their path; undefined when a stranger sees none. */
export type Readers = Record<Noun, (key: string) => Promise<Page | undefined>>

export const KINDS = ['shows', 'artists', 'venues', 'people'] as const
export type Kind = (typeof KINDS)[number]

/** At most so many addresses in one sitemap. */
const PAGE = 10_000

/** Things `t` that the viewer sees, and what of them is listed. */
const listed: Record<Kind, { from: string; where: string; name: string; changed: string }> = {
  shows: { from: 'shows t', where: seesShow('t'), name: 't.id::text', changed: 't.updated_at' },
  artists: {
    from: 'artists t',
    where: `(select true from performances p join shows s on s.id = p.show_id
      where p.artist_id = t.id and ${seesShow('s')} limit 1)`,
    name: 't.id::text',
    changed: 't.updated_at',
  },
  venues: {
    from: 'venues t',
    where: `(select true from shows s where s.venue_id = t.id and ${seesShow('s')} limit 1)`,
    name: 't.id::text',
    changed: 't.updated_at',
  },
  // nothing tells when a profile changed but what is not for others, such as a new password
  people: {
    from: 'users t',
    where: `${seesProfile('t')}
      and (select true from attendances d where d.person_id = t.id and ${seesAttendance('d')} limit 1)`,
    name: 't.username::text',
    changed: 'null::timestamptz',
  },
}

const text = (make: (kind: (typeof listed)[Kind]) => string) =>
  Object.fromEntries(KINDS.map((kind) => [kind, make(listed[kind])])) as Record<Kind, string>

/** Where each page after the first begins: every ten-thousandth id. */
const starts = text(
  ({ from, where }) => `select id from (
      select t.id, row_number() over (order by t.id) - 1 as place from ${from} where $1::uuid is null and ${where}) numbered
    where place > 0 and place % ${PAGE} = 0 order by id`,
)

const pages = text(
  ({ from, where, name, changed }) => `select ${name} as name, ${changed} as changed from ${from}
    where t.id >= $2 and ${where} order by t.id limit ${PAGE}`,
)

const FIRST = '00000000-0000-0000-0000-000000000000'

/** Where the pages of all lists begin, the first of each with null; one list after the other. */
export async function listStarts(db: Db, viewer: Viewer): Promise<{ kind: Kind; from: string | null }[]> {
  const found: { kind: Kind; from: string | null }[] = []
  for (const kind of KINDS) {
    const later = await rows<{ id: string }>(db, starts[kind], [viewer])
    found.push({ kind, from: null }, ...later.map(({ id }) => ({ kind, from: id })))
  }
  return found
}

/** A page of what the viewer sees of a kind, from a start; `changed` in RFC 3339. */
export const listPage = (
  db: Db,
  viewer: Viewer,
  kind: Kind,
  from: string = FIRST,
): Promise<{ name: string; changed: string | null }[]> => rows(db, pages[kind], [viewer, from])
