import type { Video } from '@sharemyshows/contract/videos'
import { Clapperboard } from 'lucide-react'
import type { TintSource } from '@/ui/tint'
import { useVideosOfShow } from '../recordings'
import { RecordingTab } from './recording-tab'
import { VideoGallery } from './video-gallery'
import { WallSkeleton } from './wall-skeleton'

type ShowVideosProps = {
  showId: string
  /** The colour of the show. */
  tint: TintSource
  /** The viewer may add videos of her own. */
  canAdd: boolean
  /** The venue's time zone (IANA), by whose clock they were taken; else this device's. */
  zone?: string
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

const EMPTY = {
  icon: <Clapperboard />,
  title: 'No videos yet',
  mine: 'Yours and those of everyone else who was there come together here, in the order they were taken.',
  others: 'Nobody has added a video that you can see.',
}

/** Everybody's videos of a show, on a wall of stills. */
export function ShowVideos({ showId, tint, canAdd, zone = HERE }: ShowVideosProps) {
  const query = useVideosOfShow(showId)
  return (
    <RecordingTab<Video>
      showId={showId}
      kind="video"
      canAdd={canAdd}
      query={query}
      skeleton={<WallSkeleton />}
      empty={EMPTY}
    >
      {(videos, onMore) => <VideoGallery videos={videos} zone={zone} tint={tint} onMore={onMore} />}
    </RecordingTab>
  )
}
