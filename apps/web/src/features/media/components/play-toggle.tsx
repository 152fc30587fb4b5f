import { Pause, Play } from 'lucide-react'
import { cn } from '@/lib/cn'
import { Spinner } from '@/ui/spinner'
import { trackOf } from '../player-state'
import { thePlayer, usePlayer } from '../use-player'

type PlayToggleProps = {
  /** Of the recording, as the player knows it. */
  id: string
  /** What it is called. */
  title: string
  /** Nothing of it plays yet. */
  onPlay: () => void
  className?: string
}

export const playStyles =
  'flex size-12 shrink-0 items-center justify-center rounded-full [&_svg]:size-5 transition-[background-color,transform] duration-feedback active:scale-95'

/** Plays something that can be played now, and lets it rest; a spinner while it waits for its bytes. */
export function PlayToggle({ id, title, onPlay, className }: PlayToggleProps) {
  const now = usePlayer(({ now: any }) => (any && trackOf(any)?.id === id ? any : undefined))
  const waits = now?.wanted && now.sound === 'waiting'
  return (
    <button
      type="button"
      aria-label={`${now?.wanted ? 'Pause' : 'Play'} ${title}`}
      onClick={() => (now ? thePlayer().toggle() : onPlay())}
      className={cn(
        playStyles,
        now ? 'bg-accent-fill text-on-accent' : 'bg-ink/10 text-ink hover:bg-ink/16',
        className,
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
