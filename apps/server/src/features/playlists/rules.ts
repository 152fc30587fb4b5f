import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import { MOST_TRACKS } from '@sharemyshows/contract/playlists'

export const MOST_PLAYLISTS = 200

/** Each once, where it stands first. */
export const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** What a playlist holds after an addition: what is in it already stays where it is. */
export function append(there: readonly string[], added: readonly string[]): string[] | Refusal {
  const all = distinct([...there, ...added])
  return all.length > MOST_TRACKS
    ? refuseField('track_ids', `A playlist holds at most ${MOST_TRACKS} tracks`)
    : all
}

/** A track as another player is told of it. `place` is its file, or its address. */
export type Line = { name: string; artist: string | null; duration: number | null; place: string }

/** A text that is one line: whatever ends one, or cannot be seen, is a space. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Extended M3U (as players agree on it); unknown durations are -1, and a file is never taken for a remark. */
export function writeM3u(name: string, lines: readonly Line[]): string {
  const tracks = lines.flatMap(({ name: title, artist, duration, place }) => {
    const file = oneLine(place)
    return [
      `#EXTINF:${duration === null ? -1 : Math.round(duration)},${oneLine(artist === null ? title : `${artist} - ${title}`)}`,
      file.startsWith('#') ? `./${file}` : file,
    ]
  })
  return `${['#EXTM3U', `#PLAYLIST:${oneLine(name)}`, ...tracks].join('\n')}\n`
}

/** What a playlist is called as a file. */
export const fileNameOf = (name: string): string =>
  `${
    oneLine(name)
      .replaceAll(/[/\\:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80)
      .trim() || 'playlist'
  }.m3u8`
