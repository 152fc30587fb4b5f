import { AudioLines, Clapperboard, Image, ListMusic, Lock, Star } from 'lucide-react'
import { sayAudience } from '@/lib/audience'
import type { Show } from '../model'
import { Fact } from './fact'

/** What a show holds, small: my rating, photos, recordings, videos, songs, and that not everyone sees me there. */
export function ShowFacts({ show }: { show: Show }) {
  const { counts, my_attendance: mine } = show
  return (
    <>
      {mine?.rating != null && (
        <Fact
          icon={<Star className="fill-current" />}
          text={mine.rating}
          aloud={`${mine.rating} of 5 stars`}
        />
      )}
      {counts.photos > 0 && (
        <Fact icon={<Image />} text={counts.photos} aloud={count(counts.photos, 'photo')} />
      )}
      {counts.audio > 0 && (
        <Fact icon={<AudioLines />} text={counts.audio} aloud={count(counts.audio, 'recording')} />
      )}
      {counts.videos > 0 && (
        <Fact icon={<Clapperboard />} text={counts.videos} aloud={count(counts.videos, 'video')} />
      )}
      {counts.songs > 0 && (
        <Fact icon={<ListMusic />} text={counts.songs} aloud={count(counts.songs, 'song')} />
      )}
      {mine && mine.audience !== 'public' && <Fact icon={<Lock />} text={sayAudience(mine.audience)} />}
    </>
  )
}

const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? '' : 's'}`
