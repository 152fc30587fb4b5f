import type { Audio } from '@sharemyshows/contract/audio'
import type { Audience } from '@sharemyshows/contract/fields'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import { addressesOf, renditionsOf } from '../../../viewer/media-addresses.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'

export type Medium = Photo | Audio | Video

/** What stands for when a medium was made in its show: else when it came; in microseconds, as the database counts. */
export const taken = 'coalesce(m.captured_at, m.created_at)'
const microseconds = `(extract(epoch from ${taken}) * 1000000)::bigint`

const shared = `m.id, m.kind, m.show_id, m.owner_id, u.username, u.display_name, ${avatarOf('u')} as avatar,
  m.owner_id = $1::uuid as own, m.caption, m.audience, m.mime_type, m.file_name, m.file_size, m.captured_at,
  m.captured_at_source, m.latitude, m.longitude, m.state, m.failure, m.failure_code, m.created_at, m.updated_at,
  ${microseconds} as place`
const picture = 'm.width, m.height, m.placeholder, m.color'
const playable = `m.caption as title, m.duration_ms / 1000.0 as duration, m.bitrate,
  ${renditionsOf('m')} as renditions`

/** What is read of a medium (alias `m`) and its owner (`u`), by its kind. */
export const columns: Readonly<Record<MediaKind, string>> = {
  photo: `${shared}, ${picture}`,
  audio: `${shared}, ${playable}, m.tags`,
  video: `${shared}, ${picture}, ${playable}`,
}

/** A row of these; what its kind has beside goes to the wire as it is. */
export type MediumRow = Pick<
  Medium,
  'id' | 'kind' | 'show_id' | 'caption' | 'mime_type' | 'file_name' | 'file_size' | 'state' | 'created_at'
> & {
  owner_id: string
  username: string
  display_name: string | null
  avatar: string | null
  own: boolean
  audience: Audience
  latitude: number | null
  longitude: number | null
  renditions?: string[]
  place: number
}

/** A medium as the wire has it. */
export function show(row: MediumRow): Medium {
  const {
    own,
    owner_id,
    username,
    display_name,
    avatar,
    latitude,
    longitude,
    renditions = [],
    place,
    ...rest
  } = row
  const mine = own && latitude !== null && longitude !== null
  return {
    ...rest,
    owner: { id: owner_id, username, display_name, avatar },
    file_name: own ? row.file_name : null,
    point: mine ? { latitude, longitude } : null,
    urls: addressesOf({ ...row, renditions }),
  } as Medium
}
