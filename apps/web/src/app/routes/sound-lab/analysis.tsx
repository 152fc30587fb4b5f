import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { analysisQuery, recordingQuery } from '@/features/sound-lab/api'
import { titleOf } from '@/lib/media-words'
import { LabPage } from './lab-page'

const route = getRouteApi('/open/sound-lab/$audioId')

/** What was found in a recording. */
export function SoundLabAnalysis() {
  const { audioId } = route.useParams()
  const { data: audio } = useQuery(recordingQuery(audioId))
  const { data: analysis } = useQuery(analysisQuery(audioId))
  return (
    <LabPage title={audio ? titleOf(audio) : 'Analysis'}>
      <p>{analysis?.description}</p>
    </LabPage>
  )
}
