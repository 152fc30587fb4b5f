import { useState } from 'react'
import { Button } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { Progress } from '@/ui/progress'
import { Segmented } from '@/ui/segmented'
import { PICTURES, type PictureKind } from '../pictures'
import type { Playing } from '../timeline'
import { type Gallery, type SoundSource, useGallery } from '../use-gallery'
import { GalleryPicture } from './gallery-picture'
import { Panel } from './panel'

type GalleryViewProps = {
  source: SoundSource
  title: string
  playing: Playing | undefined
  onSeek: (seconds: number) => void
}

/** Pictures of a sound, drawn here in the browser by the engine itself. */
export function GalleryView({ source, title, playing, onSeek }: GalleryViewProps) {
  const [kind, setKind] = useState<PictureKind>('spectrogram')
  const { gallery, stop, again } = useGallery(source, kind)
  const { label, says } = PICTURES.find((one) => one.kind === kind) ?? PICTURES[0]
  const picture = gallery.pictures[kind]
  return (
    <Panel glow>
      <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Segmented
          label="Picture"
          options={PICTURES.map((one) => ({ value: one.kind, label: one.label }))}
          value={kind}
          onChange={setKind}
          className="max-sm:w-full"
        />
        <p className="max-w-2xl flex-1 basis-80 text-14 text-soft">{says}</p>
      </div>
      {picture && gallery.sound ? (
        <GalleryPicture
          key={kind}
          picture={picture}
          title={`${label} of ${title}`}
          fileName={`${kind}.png`}
          duration={gallery.sound.duration}
          position={playing?.position}
          onSeek={onSeek}
        />
      ) : (
        <Waiting gallery={gallery} onStop={stop} onAgain={again} />
      )}
    </Panel>
  )
}

const STAGES: Record<Gallery['stage'], string> = {
  reading: 'Reading the recording',
  decoding: 'Decoding it',
  drawing: 'Drawing',
  drawn: 'Drawing',
  failed: '',
  stopped: 'Stopped',
}

type WaitingProps = { gallery: Gallery; onStop: () => void; onAgain: () => void }

/** Keeps the picture's place while it is made. */
function Waiting({ gallery: { stage, share, reason }, onStop, onAgain }: WaitingProps) {
  if (stage === 'failed') {
    return <ErrorState message={reason ?? 'The picture could not be drawn. Try again.'} onRetry={onAgain} />
  }
  return (
    <div className="flex min-h-88 flex-col items-center justify-center gap-4 sm:min-h-120">
      <p role="status" className="text-14 text-soft">
        {STAGES[stage]}
      </p>
      {stage === 'stopped' ? (
        <Button onClick={onAgain}>Draw it</Button>
      ) : (
        <>
          <Progress
            label={STAGES[stage]}
            value={stage === 'decoding' ? undefined : share}
            className="w-full max-w-xs"
          />
          <Button onClick={onStop}>Stop</Button>
        </>
      )}
    </div>
  )
}
