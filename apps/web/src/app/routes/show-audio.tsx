import { getRouteApi } from '@tanstack/react-router'
import { ShowAudio } from '@/features/media/components/audio-list'
import { MarksSource } from '@/features/media/marks'
import { useShow } from '@/features/shows/api'
import { tintOfShow } from '@/features/shows/model'
import { useRecordingMarks } from '@/features/sound-lab/use-recording-marks'

const route = getRouteApi('/open/shows/$showId')

/** Everyone's recordings of the show; whoever attends adds to them. */
export function ShowAudioTab() {
  const { data: show } = useShow(route.useParams().showId)
  if (!show) return null
  return (
    <MarksSource value={useRecordingMarks}>
      <ShowAudio
        night={{
          showId: show.id,
          artist: show.artist_name,
          venue: show.venue_name,
          tint: tintOfShow(show),
          picture: show.cover?.display,
        }}
        canAdd={show.my_attendance !== null}
        zone={show.time_zone}
      />
    </MarksSource>
  )
}
