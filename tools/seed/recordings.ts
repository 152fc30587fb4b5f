import * as audio from '@sharemyshows/contract/audio'
import * as videos from '@sharemyshows/contract/videos'
import { inParallel } from './api.ts'
import type { Members } from './fill.ts'
import type { Member } from './people.ts'
import { createRandom } from './random.ts'
import { film } from './record/film.ts'
import { RATE, tune } from './record/tune.ts'
import { wav } from './record/wav.ts'
import { exifTime } from './world/dates.ts'
import type { Night } from './world/plan.ts'

const SONG_SECONDS = 40
const FILM_SECONDS = 6

/** The last nights that were heard and seen; at most so many. */
export const recordedNights = (nights: readonly Night[], most: number): Night[] =>
  most === 0 ? [] : nights.filter(({ songs, visits }) => songs.length > 0 && visits.length > 0).slice(-most)

/** Records a song and a few moments of each of these nights; `done` hears of each. What is there already stays alone. */
export async function sendRecordings(
  members: Members,
  ids: ReadonlyMap<Night, string>,
  nights: readonly Night[],
  done: () => void,
): Promise<void> {
  await inParallel(nights, 2, async (night) => {
    const [visit] = night.visits
    const [member, id] = [visit && members.get(visit.person.username), ids.get(night)]
    if (member !== undefined && id !== undefined) {
      await sendSong(member, id, night)
      await sendFilm(member, id, night)
    }
    done()
  })
}

/** The time on the clock of the hall, so many minutes after the beginning. */
function clockOf({ date, time }: Night, minutes: number): string {
  const [day = '', hour = ''] = exifTime(date, time ?? '20:00', minutes * 60).split(' ')
  return `${day.replaceAll(':', '-')}T${hour}`
}

const randomOf = (night: Night, what: string) =>
  createRandom(`${what} of ${night.artist.name} on ${night.date}`)

async function sendSong({ api, id: me }: Member, show_id: string, night: Night): Promise<void> {
  const { items } = await api(audio.listAudioOfShow, { params: { show_id } })
  if (items.some(({ owner }) => owner.id === me)) return
  const title = night.songs.at(-1)!.song_name
  const label = { title, artist: night.artist.name, begun: clockOf(night, 85) }
  const form = new FormData()
  form.set('show_id', show_id)
  form.set('title', title)
  const bytes = wav(tune(randomOf(night, 'sound'), SONG_SECONDS), RATE, label)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'recorder.wav')
  await api(audio.uploadAudio, { form })
}

async function sendFilm({ api, id: me }: Member, show_id: string, night: Night): Promise<void> {
  const { items } = await api(videos.listVideosOfShow, { params: { show_id } })
  if (items.some(({ owner }) => owner.id === me)) return
  const form = new FormData()
  form.set('show_id', show_id)
  const moment = { seconds: FILM_SECONDS, begun: clockOf(night, 52) }
  const bytes = await film(randomOf(night, 'film'), night.artist, moment)
  form.set('file', new Blob([new Uint8Array(bytes)]), 'MOV_0042.avi')
  await api(videos.uploadVideo, { form })
}
