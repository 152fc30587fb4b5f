import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useOnline } from '@/lib/hooks'
import { sayLength } from '@/lib/lengths'
import { type Mark, songAt } from '@/lib/marks'
import { IconButton } from '@/ui/icon-button'
import { Spinner } from '@/ui/spinner'
import { isWorthMarking, useMarks } from '../marks'
import { type Playback, trackOf } from '../player-state'
import { thePlayer, usePlayer } from '../use-player'
import { usePlayerKeys } from '../use-player-keys'
import { useWaveform } from '../use-waveform'
import { PlayerMenu } from './player-menu'
import { VolumeControl } from './volume-control'
import { WaveformSlider } from './waveform-slider'

/** All that can be done with what plays, in a row; in two where there is little room. `title` draws its name as a link. */
export function PlayerBar({ title }: { title: (words: ReactNode) => ReactNode }) {
  const { now, volume } = usePlayer((hearing) => hearing)
  usePlayerKeys()
  const player = thePlayer()
  const track = now && trackOf(now)
  const wave = useWaveform(track?.id ?? '', track?.hasWaveform ?? false)
  const marks = useMarks(track?.id ?? '', track !== undefined && isWorthMarking(now?.length ?? 0))
  if (now === undefined || track === undefined) return null
  return (
    <div className="mx-auto grid h-full max-w-screen-2xl grid-cols-[auto_minmax(0,1fr)_auto] content-center items-center gap-x-1 px-2 sm:grid-cols-[auto_minmax(0,14rem)_minmax(0,1fr)_auto] sm:gap-x-3 sm:px-4 lg:grid-cols-[auto_minmax(0,18rem)_minmax(0,1fr)_auto]">
      <span className="flex items-center">
        <IconButton
          label="Previous"
          icon={<SkipBack className="fill-current" />}
          onClick={player.previous}
          className="max-sm:hidden"
        />
        <PlayPause now={now} />
        <IconButton
          label="Next"
          icon={<SkipForward className="fill-current" />}
          disabled={now.at + 1 >= now.tracks.length}
          onClick={player.next}
          className="max-sm:hidden"
        />
      </span>
      <span className="min-w-0 pl-1">
        <span className="block truncate font-medium text-14">{title(track.title)}</span>
        <span role="status" className="block truncate text-12 text-soft">
          <Beneath now={now} marks={marks} />
        </span>
      </span>
      <span className="col-span-3 row-start-2 flex items-center gap-2 px-2 sm:col-span-1 sm:row-start-auto sm:px-0">
        <span className="min-w-10 text-right text-12 text-soft tabular-nums">{sayLength(now.position)}</span>
        <WaveformSlider
          wave={wave}
          label={`Position in ${track.title}`}
          position={now.position}
          length={now.length}
          moving={now.sound === 'sounding' && now.wanted}
          onSeek={player.seek}
          marks={marks}
          className="h-11 flex-1 py-1.5 sm:h-12"
        />
        <span className="min-w-10 text-12 text-soft tabular-nums">
          {now.length > 0 && `−${sayLength(now.length - now.position)}`}
        </span>
      </span>
      <span className="flex items-center">
        <PlayerMenu now={now} marks={marks} />
        <span className="max-lg:hidden">
          <VolumeControl
            volume={volume}
            onChange={(next) => player.setVolume(next)}
            onMute={() => player.setVolume(volume === 0 ? 1 : 0)}
          />
        </span>
        <IconButton label="Close the player" icon={<X />} onClick={player.close} />
      </span>
    </div>
  )
}

function PlayPause({ now }: { now: Playback }) {
  const waits = now.wanted && now.sound !== 'sounding'
  return (
    <IconButton
      label={now.wanted ? 'Pause' : 'Play'}
      aria-keyshortcuts="Space K"
      icon={
        waits ? (
          <Spinner />
        ) : now.wanted ? (
          <Pause className="fill-current" />
        ) : (
          <Play className="ml-0.5 fill-current" />
        )
      }
      onClick={thePlayer().toggle}
      className="rounded-full bg-accent-fill text-on-accent hover:bg-accent-fill hover:text-on-accent hover:brightness-110"
    />
  )
}

/** Whose music and where; or why nothing is heard. */
function Beneath({ now, marks }: { now: Playback; marks: readonly Mark[] }) {
  const online = useOnline()
  const track = trackOf(now)
  if (now.sound === 'failed')
    return <span className="text-danger">This does not play just now. Try again.</span>
  if (now.sound === 'lost' || (now.sound === 'waiting' && !online)) return 'Waiting for the network'
  const song = songAt(marks, now.position)
  const place = song && `Song ${song.number} of ${song.count}`
  return [place, track?.artist, track?.venue].filter(Boolean).join(' · ')
}
