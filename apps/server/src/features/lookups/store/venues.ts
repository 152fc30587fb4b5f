import type { Venue } from '@sharemyshows/contract/catalog'
import type { LookedUpVenue } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import { seesShow } from '../../../viewer/rule.ts'
import { pointOf } from '../../../viewer/shows-seen.ts'

const venues = `
  select v.id, v.name, v.address, v.city, v.state, v.country, ${pointOf('v')} as point, v.time_zone
  from unnest($2::uuid[]) with ordinality wanted (id, n) join venues v on v.id = wanted.id
  where exists (select 1 from shows s where s.venue_id = v.id and ${seesShow('s')}) order by wanted.n`

/** Those of these venues that the viewer sees, in this order. */
export const readVenues = async (db: Db, viewer: Viewer, ids: string[]): Promise<LookedUpVenue[]> =>
  ids.length === 0 ? [] : (await rows<Venue>(db, venues, [viewer, ids])).map(ofVenue)

export const ofVenue = ({ id, ...venue }: Venue): LookedUpVenue => ({
  ...venue,
  place_id: id,
  venue_id: id,
  kind: 'venue',
  url: null,
  source: 'catalogue',
})

type Town = Pick<LookedUpVenue, 'name' | 'country' | 'point' | 'time_zone'> & { id: number }

const town = `select c.id, c.name, c.country, ${pointOf('c')} as point, c.time_zone from cities c where c.id = $1`

/** A bundled town. */
export async function readTown(db: Db, id: number): Promise<LookedUpVenue | undefined> {
  const found = await row<Town>(db, town, [id])
  return found && ofTown(found)
}

export const ofTown = ({ id, name, country, point, time_zone }: Town): LookedUpVenue => ({
  place_id: `city:${id}`,
  venue_id: null,
  kind: 'city',
  name,
  address: null,
  city: name,
  state: null,
  country,
  point,
  time_zone,
  url: `https://www.geonames.org/${id}`,
  source: 'catalogue',
})
