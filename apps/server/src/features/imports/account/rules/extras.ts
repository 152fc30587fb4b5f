import { ExportedMedium } from '@sharemyshows/contract/account-export'
import { CommentCreate } from '@sharemyshows/contract/comments'
import { Id, line, prose } from '@sharemyshows/contract/fields'
import { Listen } from '@sharemyshows/contract/listens'
import { MoodSample } from '@sharemyshows/contract/moods'
import { MOST_TRACKS, Playlist } from '@sharemyshows/contract/playlists'
import { z } from 'zod'
import type { Packed } from '../../../../platform/files/unzip.ts'
import type { Found } from '../../kinds.ts'
import { AudienceBrought, MadeAt, Moment, problemsOf } from './fields.ts'

const Medium = z.object({
  ...ExportedMedium.pick({
    id: true,
    kind: true,
    show_id: true,
    file: true,
    file_name: true,
    file_size: true,
    sha256: true,
    captured_at_source: true,
  }).shape,
  caption: prose(2000).nullable(),
  audience: AudienceBrought,
  captured_at: Moment.nullable(),
  created_at: MadeAt,
})

const Comment = z.object({
  show_id: Id,
  content: CommentCreate.shape.content,
  edited: z.boolean(),
  created_at: MadeAt,
})

const Mood = z.object({ ...MoodSample.shape, created_at: MadeAt }).omit({ id: true })

const Track = z.object({
  media_id: Id.nullable(),
  spotify_track_id: z.string().nullable(),
})
const List = z.object({
  name: line(120),
  description: prose(1000),
  mood: Playlist.shape.mood,
  items: z.array(Track).max(MOST_TRACKS),
  created_at: MadeAt,
})
const Heard = z.object({
  ...Track.shape,
  ...z.object(Listen.shape).pick({ mood: true, outcome: true }).shape,
  seconds: z.number().min(0).max(1e6),
  played_at: MadeAt,
})

/** A medium with the place of its bytes in the archive; null where they did not come along. */
export type MediumEntry = Omit<z.output<typeof Medium>, 'id' | 'file'> & {
  exportedId: string
  packed: Packed | null
}
export type CommentEntry = z.output<typeof Comment>
export type MoodEntry = z.output<typeof Mood>
export type PlaylistEntry = z.output<typeof List>
export type ListenEntry = z.output<typeof Heard>

/** Besides shows, the lists of an export that are brought along. */
export const EXTRAS = { media: Medium, comments: Comment, moods: Mood, playlists: List, listens: Heard }
export type Extra = keyof typeof EXTRAS

/** An item of such a list; `packedAt` finds the file of a medium in the archive, where there is one. */
export function readExtra(
  kind: Extra,
  row: number,
  item: unknown,
  packedAt: ((name: string) => Packed | undefined) | null,
): Found {
  const read = EXTRAS[kind].safeParse(item)
  const rest = { kind, row, cells: null, doubtful: false }
  if (!read.success) return { ...rest, entry: null, problems: problemsOf(item, read.error, kind) }
  if (!('file' in read.data)) return { ...rest, entry: read.data, problems: [] }
  const { file, id: exportedId, ...medium } = read.data
  const packed = (file === null ? undefined : packedAt?.(file)) ?? null
  if (file !== null && packedAt !== null && packed === null)
    return { ...rest, entry: null, problems: [{ field: kind, message: 'Its file is not in the archive.' }] }
  const entry: MediumEntry = { ...medium, exportedId, packed }
  return { ...rest, entry, problems: [] }
}
