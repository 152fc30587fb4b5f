import type { Video } from '@sharemyshows/contract/videos'
import { lazy, Suspense, useState } from 'react'
import type { TintSource } from '@/ui/tint'
import { useDeleteRecording } from '../use-delete-recording'
import { useOpenMedium } from '../use-open-medium'
import { useSame } from '../use-same'
import type { Choosing } from '../use-selection'
import { useWall } from '../use-wall'
import { type RecordingAsked, RecordingDialogs } from './recording-dialogs'
import { VideoTile } from './video-tile'

const VideoTheatre = lazy(() => import('./video-theatre'))

type VideoGalleryProps = {
  videos: readonly Video[]
  zone: string
  /** The colour of the show. */
  tint: TintSource
  selection: Choosing
  /** Fetches the videos after these; absent when there are none, or they are on the way. */
  onMore: (() => void) | undefined
}

/** The wall and, over it, the video that is open. */
export function VideoGallery({ videos, zone, tint, selection, onMore }: VideoGalleryProps) {
  const { openId, at, open, show, close, leave } = useOpenMedium('video', { media: videos, onMore })
  const { ref, boxAt } = useWall(videos)
  const { choosing, ids } = selection
  const onChoose = useSame(selection.toggle)
  const [asked, setAsked] = useState<RecordingAsked>()
  const remove = useDeleteRecording()
  const video = videos[at]
  const to = (other: Video | undefined) => other && (() => show(other.id))
  const drop = (gone: Video) => {
    leave()
    remove(gone)
  }
  return (
    <>
      <ul ref={ref} className="flex flex-wrap items-start gap-1">
        {videos.map((one, index) => (
          <VideoTile
            key={one.id}
            video={one}
            zone={zone}
            choosing={choosing}
            chosen={ids.has(one.id)}
            onOpen={open}
            onChoose={onChoose}
            {...boxAt(index)}
          />
        ))}
      </ul>
      {openId !== undefined && video && (
        <Suspense>
          <VideoTheatre
            video={video}
            zone={zone}
            tint={tint}
            onPrevious={to(videos[at - 1])}
            onNext={to(videos[at + 1])}
            onClose={close}
            onAsk={(about) => setAsked({ recording: video, about })}
            onDelete={() => drop(video)}
          />
        </Suspense>
      )}
      <RecordingDialogs asked={asked} zone={zone} onEnd={() => setAsked(undefined)} onMoved={leave} />
    </>
  )
}
