import type { Recommendation } from '@sharemyshows/contract/music'
import { Recommendation as Schema } from '@sharemyshows/contract/music'

const example = Schema.meta()?.example as Recommendation

/** A song that can be played here, by a short name; its recording is called the same with `audio-` before. */
const song = (id: string, playable = true): Recommendation => ({
  ...example,
  track_id: id,
  name: id,
  track: {
    ...example.track,
    id,
    audio_id: playable ? `audio-${id}` : null,
    stream_url: playable ? `/${id}` : null,
  },
})

export const songs = (...ids: string[]): Recommendation[] => ids.map((id) => song(id))
