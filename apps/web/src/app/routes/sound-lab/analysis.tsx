import type { Analysis, AnalysisStatus } from '@sharemyshows/contract/analysis'
import type { Audio } from '@sharemyshows/contract/audio'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Images } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '@/features/accounts/session'
import { PlayButton } from '@/features/media/components/play-button'
import { isMine } from '@/features/media/model'
import { trackOf } from '@/features/media/player-state'
import { usePlayer } from '@/features/media/use-player'
import { useWaveform } from '@/features/media/use-waveform'
import { showQuery } from '@/features/shows/api'
import {
  analysisQuery,
  analysisStatusQuery,
  recordingQuery,
  similarQuery,
  useAnalyse,
  useCancelAnalysis,
} from '@/features/sound-lab/api'
import { AnalysisLead, AnalysisSource } from '@/features/sound-lab/components/analysis-head'
import { AnalysisMenu } from '@/features/sound-lab/components/analysis-menu'
import { AnalysisSimilar } from '@/features/sound-lab/components/analysis-similar'
import { AnalysisSkeleton } from '@/features/sound-lab/components/analysis-skeleton'
import { AnalysisState } from '@/features/sound-lab/components/analysis-state'
import { AnalysisView } from '@/features/sound-lab/components/analysis-view'
import { isAtWork } from '@/features/sound-lab/model'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { titleOf } from '@/lib/media-words'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { playRecording } from '../../play-recording'
import { NothingHere } from '../../shell/nothing-here'
import { LabPage } from './lab-page'

const route = getRouteApi('/open/sound-lab/$audioId')
const LINK = 'underline decoration-edge underline-offset-4 hover:text-accent'

/** What was found in a recording. */
export function SoundLabAnalysis() {
  useLabNews()
  const { audioId } = route.useParams()
  const { data: audio, error, refetch } = useQuery(recordingQuery(audioId))
  const status = useQuery(analysisStatusQuery(audioId))
  if (error instanceof ApiProblem && error.status === 404) {
    const message = 'There is no such recording, or it is not shared with you.'
    return <NothingHere title="Not a sound" message={message} />
  }
  if (error && audio === undefined) {
    return <ErrorState heading="h1" message={sayProblem(error)} onRetry={() => void refetch()} />
  }
  if (audio === undefined) {
    return (
      <LabPage title="Recording">
        <AnalysisSkeleton />
      </LabPage>
    )
  }
  return <Opened key={audioId} audio={audio} status={status.data} />
}

type OpenedProps = { audio: Audio; status: AnalysisStatus | undefined }

function Opened({ audio, status }: OpenedProps) {
  const { user } = useSession()
  const { id, show_id: showId } = audio
  // an answer of before stays in sight; where there is none yet, only an end of the analysis is worth asking for it
  const found = useQuery({ ...analysisQuery(id), enabled: status?.analyzed_at != null })
  const { data: show } = useQuery({ ...showQuery(showId ?? ''), enabled: showId !== null })
  const analyse = useAnalyse()
  const cancel = useCancelAnalysis()
  const mine = isMine(audio)
  const title = titleOf(audio)
  const zone = show?.time_zone ?? user?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const night = show && (
    <Link to="/shows/$showId/audio" params={{ showId: show.id }} className={LINK}>
      {show.artist_name} at {show.venue_name}
    </Link>
  )
  const atWork = status !== undefined && isAtWork(status)
  const again = mine && !atWork ? () => analyse.mutate({ id, again: true }) : undefined
  return (
    <LabPage
      title={title}
      lead={<AnalysisLead audio={audio} mine={mine} zone={zone} show={night} />}
      actions={
        <>
          <PlayButton recording={audio} onPlay={() => playRecording(audio)} className="size-11" />
          {audio.urls.stream !== undefined && (
            <Link to="/sound-lab/gallery" search={{ audio: id }} className={buttonStyles()}>
              <Images aria-hidden />
              Pictures
            </Link>
          )}
          {found.data && <AnalysisMenu analysis={found.data} title={title} onAgain={again} />}
        </>
      }
    >
      {found.data ? (
        <Sounding
          audio={audio}
          analysis={found.data}
          source={
            <AnalysisSource
              analysis={found.data}
              status={status}
              mine={mine}
              onCancel={() => cancel.mutate(id)}
            />
          }
          similar={<Similar id={id} />}
        />
      ) : found.error ? (
        <ErrorState message={sayProblem(found.error)} onRetry={() => void found.refetch()} />
      ) : status === undefined || status.analyzed_at !== null ? (
        <AnalysisSkeleton />
      ) : (
        <AnalysisState
          status={status}
          preparing={audio.state === 'processing' && !atWork}
          mine={mine}
          pending={analyse.isPending}
          onAnalyse={() => analyse.mutate({ id, again: status.state === 'failed' })}
          onCancel={() => cancel.mutate(id)}
        />
      )}
    </LabPage>
  )
}

type SoundingProps = { audio: Audio; analysis: Analysis; source: ReactNode; similar: ReactNode }

/** The analysis in step with the player; nothing else of the page is drawn anew while it plays. */
function Sounding({ audio, ...parts }: SoundingProps) {
  const now = usePlayer(({ now: any }) => (any && trackOf(any)?.id === audio.id ? any : undefined))
  const rate = usePlayer((hearing) => hearing.rate)
  const wave = useWaveform(audio.id, audio.urls.waveform !== undefined)
  const playing = now && { position: now.position, moving: now.wanted && now.sound === 'sounding', rate }
  return (
    <AnalysisView
      title={titleOf(audio)}
      wave={wave}
      playing={playing}
      onSeek={(seconds) => playRecording(audio, undefined, seconds)}
      {...parts}
    />
  )
}

function Similar({ id }: { id: string }) {
  const { data: items } = useQuery(similarQuery(id))
  if (items === undefined) return null
  return (
    <AnalysisSimilar
      items={items}
      link={(audioId, words) => (
        <Link to="/sound-lab/$audioId" params={{ audioId }} className="hover:text-accent">
          {words}
        </Link>
      )}
      action={(audioId) => (
        <Link
          to="/sound-lab/compare"
          search={{ a: id, b: audioId }}
          className={buttonStyles({ size: 'small', variant: 'ghost' })}
        >
          Compare
        </Link>
      )}
    />
  )
}
