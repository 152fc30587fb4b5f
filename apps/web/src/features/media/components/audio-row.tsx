import type { Audio } from '@sharemyshows/contract/audio'
import { Check, LockKeyhole } from 'lucide-react'
import { memo, type PointerEvent, useState } from 'react'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import { nameOf, titleOf } from '@/lib/media-words'
import { Progress } from '@/ui/progress'
import { isWorthMarking, useMarks } from '../marks'
import { isMine, sayTaken, sayTime } from '../model'
import { type Playback, trackOf } from '../player-state'
import { useMore } from '../use-more'
import { thePlayer, usePlayer } from '../use-player'
import { useProgress } from '../use-progress'
import { useWaveform } from '../use-waveform'
import { PlayButton } from './play-button'
import type { RecordingAsked } from './recording-dialogs'
import { RecordingMenu } from './recording-menu'
import { SongStrip } from './song-strip'
import { WaveformMarks } from './waveform-marks'
import { WaveformShape } from './waveform-shape'
import { WaveformSlider } from './waveform-slider'

type AudioRowProps = {
  recording: Audio
  zone: string
  /** One's own have a box to tick instead of a button to play. */
  choosing: boolean
  chosen: boolean
  onChoose: (id: string, range: boolean) => void
  /** From a second on, or from where one stopped. */
  onPlay: (id: string, from?: number) => void
  onAsk: (asked: RecordingAsked) => void
  onDelete: (recording: Audio) => void
}

/** A recording: play it, what it is, whose, when and how long, and its waveform to go through. */
export const AudioRow = memo(function AudioRow({ recording, zone, onPlay, ...does }: AudioRowProps) {
  const { id, audience, duration, urls } = recording
  const now = usePlayer(({ now: any }) => (any && trackOf(any)?.id === id ? any : undefined))
  const title = titleOf(recording)
  const length = now?.length || duration
  return (
    <li
      className={cn(
        'grid grid-cols-[auto_minmax(0,1fr)_2.75rem] items-center gap-x-3 gap-y-1 rounded-control px-2 py-3 sm:gap-x-4',
        'sm:grid-cols-[auto_minmax(0,13rem)_minmax(0,1fr)_3.5rem_2.75rem] lg:grid-cols-[auto_minmax(0,16rem)_minmax(0,1fr)_3.5rem_2.75rem]',
        now && 'bg-ink/6',
      )}
    >
      {does.choosing ? (
        <Choice recording={recording} chosen={does.chosen} onChoose={does.onChoose} />
      ) : (
        <PlayButton recording={recording} onPlay={() => onPlay(id)} />
      )}
      <span className="min-w-0">
        <span className={cn('block truncate font-medium text-16', now && 'text-accent')} title={title}>
          {title}
        </span>
        <span className="flex min-w-0 items-center gap-1 text-12 text-soft">
          <span className="truncate">{isMine(recording) ? 'You' : nameOf(recording)}</span>
          <span aria-hidden>·</span>
          <time
            className="shrink-0"
            dateTime={recording.captured_at ?? recording.created_at}
            title={sayTaken(recording, zone)}
          >
            {sayTime(recording, zone)}
          </time>
          {isMine(recording) && audience === 'private' && (
            <>
              <LockKeyhole aria-hidden className="ml-1 size-3.5" />
              <span className="sr-only">Only you hear this</span>
            </>
          )}
        </span>
      </span>
      <span className="col-span-2 col-start-1 row-start-2 h-10 sm:col-span-1 sm:col-start-auto sm:row-start-auto">
        {urls.stream === undefined ? (
          <Preparing recording={recording} />
        ) : (
          <RowWaveform recording={recording} now={now} onPlay={onPlay} />
        )}
      </span>
      <span className="min-w-11 text-right text-12 text-soft tabular-nums max-sm:row-start-2">
        {length ? sayLength(length) : ''}
      </span>
      <span className="max-sm:col-start-3 max-sm:row-start-1">
        <RecordingMenu
          recording={recording}
          onAsk={(about) => does.onAsk({ recording, about })}
          onDelete={() => does.onDelete(recording)}
        />
      </span>
      {now && <RowSongs now={now} id={id} />}
    </li>
  )
})

function Choice({ recording, chosen, onChoose }: Pick<AudioRowProps, 'recording' | 'chosen' | 'onChoose'>) {
  const { id } = recording
  if (!isMine(recording)) return <span className="size-12" />
  return (
    // biome-ignore lint/a11y/useSemanticElements: with the shift key held it chooses all up to this one
    <button
      type="button"
      role="checkbox"
      aria-checked={chosen}
      aria-label={titleOf(recording)}
      onClick={({ shiftKey }) => onChoose(id, shiftKey)}
      className="flex size-12 shrink-0 items-center justify-center rounded-full"
    >
      <span
        className={cn(
          'flex size-7 items-center justify-center rounded-full ring-2',
          chosen ? 'bg-accent-fill text-on-accent ring-accent' : 'ring-soft',
        )}
      >
        {chosen && <Check aria-hidden className="size-4.5 stroke-3" />}
      </span>
    </button>
  )
}

type PartProps = Pick<AudioRowProps, 'recording' | 'onPlay'> & { now: Playback | undefined }

/** While it plays, its songs under it. */
function RowSongs({ now, id }: { now: Playback; id: string }) {
  const marks = useMarks(id, isWorthMarking(now.length))
  if (marks.length === 0) return null
  return (
    <div className="col-span-full min-w-0">
      <SongStrip marks={marks} position={now.position} />
    </div>
  )
}

function RowWaveform({ recording, now, onPlay }: PartProps) {
  const [near, setNear] = useState(false)
  const box = useMore<HTMLSpanElement>(near ? undefined : () => setNear(true))
  const wave = useWaveform(recording.id, recording.urls.waveform !== undefined, near)
  const length = now?.length || recording.duration || 0
  const marks = useMarks(recording.id, near && isWorthMarking(length))
  if (now) {
    return (
      <WaveformSlider
        wave={wave}
        label={`Position in ${titleOf(recording)}`}
        position={now.position}
        length={now.length}
        moving={now.sound === 'sounding'}
        onSeek={thePlayer().seek}
        marks={marks}
        className="h-full"
      />
    )
  }
  // A shortcut for the hand alone: the button beside it plays, and then this is a slider for everybody.
  const playFrom = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    onPlay(recording.id, ((clientX - left) / Math.max(1, width)) * (recording.duration ?? 0))
  }
  return (
    <span ref={box} aria-hidden className="relative block h-full cursor-pointer" onPointerUp={playFrom}>
      <WaveformShape wave={wave} played={0} moving={false} />
      <WaveformMarks marks={marks} length={length} />
    </span>
  )
}

function Preparing({ recording: { id } }: { recording: Audio }) {
  const told = useProgress(id)
  return (
    <span className="flex h-full flex-col justify-center gap-1.5">
      <span className="text-12 text-soft">
        Being prepared{told && told.progress > 0 && ` · ${Math.round(told.progress * 100)} %`}
      </span>
      {told && <Progress label="Being prepared" value={told.progress} className="h-1" />}
    </span>
  )
}
