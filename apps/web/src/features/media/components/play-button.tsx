import type { Audio } from '@sharemyshows/contract/audio'
import { Pause, Play } from 'lucide-react'
import { cn } from '@/lib/cn'
import { titleOf } from '@/lib/media-words'
import { Spinner } from '@/ui/spinner'
import { trackOf } from '../player-state'
import { thePlayer, usePlayer } from '../use-player'

type PlayButtonProps = {
  recording: Audio
  /** Nothing of it plays yet. */
  onPlay: () => void
  className?: string
}

/** Plays a recording, and lets it rest; a spinner while it is prepared or waits for its bytes. */
export function PlayButton({ recording, onPlay, className }: PlayButtonProps) {
  const { id, state, urls } = recording
  const now = usePlayer(({ now: any }) => (any && trackOf(any)?.id === id ? any : undefined))
  const waits = now?.wanted && now.sound === 'waiting'
  const round = cn('flex size-12 shrink-0 items-center justify-center rounded-full [&_svg]:size-5', className)
  if (urls.stream === undefined) {
    return (
      <span className={cn(round, 'bg-ink/6 text-soft')}>
        {state === 'failed' ? <Play aria-hidden className="ml-0.5 fill-current opacity-40" /> : <Spinner />}
      </span>
    )
  }
  return (
    <button
      type="button"
      aria-label={`${now?.wanted ? 'Pause' : 'Play'} ${titleOf(recording)}`}
      onClick={() => (now ? thePlayer().toggle() : onPlay())}
      className={cn(
        round,
        'transition-[background-color,transform] duration-feedback active:scale-95',
        now ? 'bg-accent-fill text-on-accent' : 'bg-ink/10 text-ink hover:bg-ink/16',
      )}
    >
      {waits ? (
        <Spinner />
      ) : now?.wanted ? (
        <Pause className="fill-current" />
      ) : (
        <Play className="ml-0.5 fill-current" />
      )}
    </button>
  )
}
