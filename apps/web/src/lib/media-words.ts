import type { Audio } from '@sharemyshows/contract/audio'
import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'

/** Whose it is. */
export const nameOf = ({ owner }: Photo | Audio | Video): string => owner.display_name ?? owner.username

/** What a recording is called: by its owner, else by the file itself, else by whose it is. */
export function titleOf(recording: Audio | Video): string {
  const own = recording.title || (recording.kind === 'audio' && recording.tags?.title) || recording.file_name
  return own || `${recording.kind === 'audio' ? 'Recording' : 'Video'} by ${nameOf(recording)}`
}
