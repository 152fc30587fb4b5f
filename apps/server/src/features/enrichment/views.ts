import type { ArtistIdentity, SetlistLink } from '@sharemyshows/contract/enrichment'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Attribution } from '../../platform/providers/answer.ts'
import { seesShow } from '../../viewer/rule.ts'
import { pageOfArtist, pageOfGroup } from './rules.ts'

/** One row of nothing for a show without any, no row when the viewer does not see it. Without songs nothing was taken. */
const links = `select l.provider, l.external_id, l.version_id, l.url, l.taken_at
  from shows s left join setlist_links l on l.show_id = s.id
    and exists (select 1 from setlist_songs q where q.show_id = s.id)
  where s.id = $2 and ${seesShow('s')} order by l.taken_at, l.external_id`

/** Setlist.fm's terms ask for its name beside the link, also once nobody is asked any more. */
const SETLISTFM: Attribution = { text: 'setlist.fm', url: 'https://www.setlist.fm' }

/** Where the songs of a show were taken from; undefined when to this viewer it does not exist. */
export async function readLinks(db: Db, viewer: Viewer, showId: string): Promise<SetlistLink[] | undefined> {
  const found = await rows<Omit<SetlistLink, 'attribution'>>(db, links, [viewer, showId])
  if (found.length === 0) return undefined
  return found.filter(({ url }) => url !== null).map((link) => ({ ...link, attribution: SETLISTFM }))
}

const identity = `select a.id, a.name, a.mbid, a.disambiguation, a.cover_group, a.cover_title from artists a
  where a.id = $2 and exists (select 1 from performances p join shows s on s.id = p.show_id
    where p.artist_id = a.id and ${seesShow('s')})`

type Row = {
  id: string
  name: string
  mbid: string | null
  disambiguation: string | null
  cover_group: string | null
  cover_title: string | null
}

/** Where covers are linked to; null where they are not shown. */
export type Covers = { url: string; attribution: Attribution } | null

/** Who an artist is elsewhere; undefined when the viewer sees no show of hers. */
export async function readIdentity(
  db: Db,
  covers: Covers,
  viewer: Viewer,
  id: string,
): Promise<ArtistIdentity | undefined> {
  const found = await row<Row>(db, identity, [viewer, id])
  if (found === undefined) return undefined
  const { cover_group, cover_title, disambiguation, ...artist } = found
  return {
    artist,
    disambiguation,
    image:
      covers === null || cover_group === null
        ? null
        : {
            url: `${covers.url}/release-group/${cover_group}/front-250`,
            title: cover_title ?? artist.name,
            link: pageOfGroup(cover_group),
            attribution: covers.attribution,
          },
    url: artist.mbid === null ? null : pageOfArtist(artist.mbid),
  }
}
