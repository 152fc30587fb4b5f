import type { Video } from '@sharemyshows/contract/videos'
import { Clapperboard } from 'lucide-react'
import type { TintSource } from '@/ui/tint'
import { useRetryRecording, useVideosOfShow } from '../recordings'
import { MediaTab } from './media-tab'
import { VideoGallery } from './video-gallery'
import { WallSkeleton } from './wall-skeleton'

type ShowVideosProps = {
  showId: string
  /** The colour of the show. */
  tint: TintSource
  /** The viewer may add videos of her own. */
  canAdd: boolean
  /** The venue's time zone (IANA), by whose clock they were taken. */
  zone: string
}

const EMPTY = {
  icon: <Clapperboard />,
  title: 'No videos yet',
  mine: 'Yours and those of everyone else who was there come together here, in the order they were taken.',
  others: 'Nobody has added a video that you can see.',
}

/** Everybody's videos of a show, on a wall of stills. */
export function ShowVideos({ showId, tint, canAdd, zone }: ShowVideosProps) {
  return (
    <MediaTab<Video>
      showId={showId}
      kind="video"
      canAdd={canAdd}
      query={useVideosOfShow(showId)}
      retry={useRetryRecording()}
      skeleton={<WallSkeleton />}
      empty={EMPTY}
    >
      {(videos, selection, onMore) => (
        <VideoGallery videos={videos} zone={zone} tint={tint} selection={selection} onMore={onMore} />
      )}
    </MediaTab>
  )
}
