import * as audio from '@sharemyshows/contract/audio'
import * as music from '@sharemyshows/contract/music'
import { inParallel } from './api.ts'
import type { Member } from './people.ts'
import { createRandom } from './random.ts'
import { piece } from './record/piece.ts'
import { RATE } from './record/tune.ts'
import { wav } from './record/wav.ts'
import type { Night } from './world/plan.ts'
import { type Collected, collected } from './world/tracks.ts'

const SECONDS = 16

/** Those whom she has seen, the latest first. */
const seenBy = (username: string, nights: readonly Night[]): string[] => [
  ...new Set(
    nights
      .filter(({ visits }) => visits.some(({ person }) => person.username === username))
      .map(({ artist }) => artist.name)
      .reverse(),
  ),
]

/** A track as a file. */
const fileOf = ({ title, manner }: Collected, artist: string): Buffer =>
  wav(piece(createRandom(`piece ${title}`), manner, SECONDS), RATE, {
    title,
    artist,
    begun: '2024-02-03T10:00:00',
  })

/** Gives somebody a collection of her own that spans all moods; `done` hears of each. What she has already stays alone. */
export async function sendTracks(
  username: string,
  { api }: Member,
  nights: readonly Night[],
  most: number,
  done: () => void,
): Promise<void> {
  const { items } = await api(music.listMusic, { query: { limit: '100', source: 'upload' } })
  const there = new Set(items.map(({ name }) => name))
  const seen = seenBy(username, nights)
  await inParallel([...collected.slice(0, most).entries()], 2, async ([n, track]) => {
    if (!there.has(track.title)) {
      const form = new FormData()
      const bytes = fileOf(track, track.artist ?? seen[n % Math.max(1, seen.length)] ?? 'Somebody Else')
      form.set('title', track.title)
      form.set('audience', 'private')
      form.set('file', new Blob([new Uint8Array(bytes)]), `${track.title}.wav`)
      await api(audio.uploadAudio, { form })
    }
    done()
  })
}
