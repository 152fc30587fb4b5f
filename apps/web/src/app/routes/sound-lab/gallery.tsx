import type { Audio } from '@sharemyshows/contract/audio'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { AudioWaveform } from 'lucide-react'
import { useMemo, useState } from 'react'
import { DropAnywhere } from '@/features/media/components/drop-anywhere'
import { PlayButton } from '@/features/media/components/play-button'
import { trackOf } from '@/features/media/player-state'
import { acceptOf } from '@/features/media/upload-formats'
import { usePlayer } from '@/features/media/use-player'
import { recordingQuery } from '@/features/sound-lab/api'
import { GalleryFile } from '@/features/sound-lab/components/gallery-file'
import { GalleryView } from '@/features/sound-lab/components/gallery-view'
import { titleOf } from '@/lib/media-words'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { DropZone } from '@/ui/drop-zone'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { playRecording } from '../../play-recording'
import { NothingHere } from '../../shell/nothing-here'
import { LabPage } from './lab-page'

const route = getRouteApi('/open/sound-lab/gallery')
const LEAD = 'Three ways to see a sound. They are drawn on this device, by the engine that also analyses.'

/** Pictures of sound: of a recording, or of a file that stays on the device. */
export function SoundLabGallery() {
  const { audio: audioId } = route.useSearch()
  const navigate = route.useNavigate()
  const [file, setFile] = useState<File>()
  const take = ([first]: File[]) => {
    setFile(first)
    if (audioId !== undefined) void navigate({ search: {}, replace: true })
  }
  if (audioId !== undefined) return <OfRecording key={audioId} id={audioId} onFiles={take} />
  return (
    <LabPage title="Gallery" lead={LEAD}>
      <div className="flex flex-col gap-4">
        {file && <GalleryFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} />}
        <TakeFile onFiles={take} small={file !== undefined} />
      </div>
    </LabPage>
  )
}

type TakeFileProps = { onFiles: (files: File[]) => void; small: boolean }

function TakeFile({ onFiles, small }: TakeFileProps) {
  return (
    <>
      <DropAnywhere onFiles={onFiles} words="Let go to see it" />
      <DropZone
        label={small ? 'Choose another file' : 'Drop a file on this page, or choose one'}
        hint="It stays on this device: nothing is uploaded. Up to 20 minutes."
        icon={<AudioWaveform />}
        accept={acceptOf(['audio'])}
        multiple={false}
        onFiles={onFiles}
        className={small ? undefined : 'min-h-72'}
      />
    </>
  )
}

function OfRecording({ id, onFiles }: { id: string; onFiles: (files: File[]) => void }) {
  const { data: audio, error, refetch } = useQuery(recordingQuery(id))
  if (error instanceof ApiProblem && error.status === 404) {
    const message = 'There is no such recording, or it is not shared with you.'
    return <NothingHere title="Not a sound" message={message} />
  }
  if (error && audio === undefined) {
    return <ErrorState heading="h1" message={sayProblem(error)} onRetry={() => void refetch()} />
  }
  return (
    <LabPage
      title="Gallery"
      lead={
        audio ? (
          <>
            Pictures of{' '}
            <Link
              to="/sound-lab/$audioId"
              params={{ audioId: id }}
              className="text-ink underline decoration-edge underline-offset-4 hover:text-accent"
            >
              {titleOf(audio)}
            </Link>
            , drawn on this device.
          </>
        ) : (
          LEAD
        )
      }
      actions={
        audio && <PlayButton recording={audio} onPlay={() => playRecording(audio)} className="size-11" />
      }
    >
      <div className="flex flex-col gap-4">
        {audio?.urls.stream ? (
          <Drawn audio={audio} stream={audio.urls.stream} />
        ) : audio ? (
          <p className="py-16 text-center text-14 text-soft">
            It is still being prepared. Its pictures can be drawn once it plays.
          </p>
        ) : (
          <Skeleton className="h-120 rounded-card" />
        )}
        <TakeFile onFiles={onFiles} small />
      </div>
    </LabPage>
  )
}

function Drawn({ audio, stream }: { audio: Audio; stream: string }) {
  const { duration } = audio
  const source = useMemo(() => ({ stream, duration }), [stream, duration])
  const now = usePlayer(({ now: any }) => (any && trackOf(any)?.id === audio.id ? any : undefined))
  const rate = usePlayer((hearing) => hearing.rate)
  return (
    <GalleryView
      source={source}
      title={titleOf(audio)}
      playing={now && { position: now.position, moving: now.sound === 'sounding', rate }}
      onSeek={(seconds) => playRecording(audio, undefined, seconds)}
    />
  )
}
