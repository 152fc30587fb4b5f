import { Maximize, Minimize, Pause, PictureInPicture2, Play, Settings2 } from 'lucide-react'
import type { RefObject } from 'react'
import { cn } from '@/lib/cn'
import { sayLength } from '@/lib/lengths'
import { DropdownMenu, type MenuGroup } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { useFullScreen } from '../use-full-screen'
import type { Ladder } from '../use-video-source'
import type { VideoState } from '../use-video-state'
import { RATES, sayRate, toggle, toggleFullScreen, toggleMuted, togglePictureInPicture } from '../video-deeds'
import { VideoSeekBar } from './video-seek-bar'
import { VolumeControl } from './volume-control'

type VideoControlsProps = {
  element: RefObject<HTMLVideoElement | null>
  state: VideoState
  ladder: Ladder | undefined
  hidden: boolean
}

const BUTTON = 'text-white/85 hover:bg-white/15 hover:text-white'

/** The bar at the foot of a video. */
export function VideoControls({ element, state, ladder, hidden }: VideoControlsProps) {
  const full = useFullScreen()
  const act = (deed: (video: HTMLVideoElement) => void) => () => element.current && deed(element.current)
  const { paused, position, length, buffered, muted, volume } = state
  const louder = (next: number) =>
    act((video) => {
      video.volume = next
      video.muted = next === 0
    })()
  return (
    <div
      className={cn(
        'absolute inset-x-0 bottom-0 bg-linear-to-t from-black/85 via-black/50 to-transparent px-3 pt-16 text-white sm:px-6',
        'pb-[max(0.5rem,env(safe-area-inset-bottom))] transition-opacity duration-place',
        // What has gone lets presses through to the picture; the keyboard finds it, which brings it back.
        hidden ? 'pointer-events-none opacity-0' : 'pointer-events-none *:pointer-events-auto',
      )}
    >
      <VideoSeekBar
        position={position}
        length={length}
        buffered={buffered}
        onSeek={(seconds) =>
          act((video) => {
            video.currentTime = seconds
          })()
        }
      />
      <div className="flex items-center gap-1">
        <IconButton
          label={paused ? 'Play' : 'Pause'}
          icon={paused ? <Play className="fill-current" /> : <Pause className="fill-current" />}
          className={BUTTON}
          onClick={act(toggle)}
        />
        <VolumeControl volume={muted ? 0 : volume} onChange={louder} onMute={act(toggleMuted)} />
        <span className="ml-1 text-14 text-white/85 tabular-nums">
          {sayLength(position)} / {sayLength(length)}
        </span>
        <span className="flex-1" />
        <DropdownMenu
          trigger={<IconButton label="Quality and speed" icon={<Settings2 />} className={BUTTON} />}
          items={[...qualityOf(ladder), speedOf(state, act)]}
        />
        {document.pictureInPictureEnabled && (
          <IconButton
            label="Picture in picture"
            icon={<PictureInPicture2 />}
            className={BUTTON}
            onClick={act(togglePictureInPicture)}
          />
        )}
        <IconButton
          label={full ? 'Leave full screen' : 'Full screen'}
          icon={full ? <Minimize /> : <Maximize />}
          className={BUTTON}
          onClick={act(toggleFullScreen)}
        />
      </div>
    </div>
  )
}

/** None where the browser chooses by itself. */
function qualityOf(ladder: Ladder | undefined): MenuGroup[] {
  if (ladder === undefined) return []
  const { rungs, rung, choose } = ladder
  const item = (at: number, label: string) => ({
    label,
    checked: at === rung,
    onSelect: () => choose(at),
  })
  return [{ heading: 'Quality', items: [item(-1, 'Auto'), ...rungs.map(({ at, name }) => item(at, name))] }]
}

type Act = (deed: (video: HTMLVideoElement) => void) => () => void

const speedOf = ({ rate }: VideoState, act: Act): MenuGroup => ({
  heading: 'Speed',
  items: RATES.map((other) => ({
    label: sayRate(other),
    checked: other === rate,
    onSelect: act((video) => {
      video.playbackRate = other
    }),
  })),
})
