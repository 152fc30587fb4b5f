import type { Audio } from '@sharemyshows/contract/audio'
import { Play } from 'lucide-react'
import { cn } from '@/lib/cn'
import { titleOf } from '@/lib/media-words'
import { Spinner } from '@/ui/spinner'
import { PlayToggle, playStyles } from './play-toggle'

type PlayButtonProps = {
  recording: Audio
  /** Nothing of it plays yet. */
  onPlay: () => void
  className?: string
}

/** Plays a recording, and lets it rest; a spinner while it is prepared or waits for its bytes. */
export function PlayButton({ recording, onPlay, className }: PlayButtonProps) {
  const { id, state, urls } = recording
  if (urls.stream === undefined) {
    return (
      <span className={cn(playStyles, 'bg-ink/6 text-soft', className)}>
        {state === 'failed' ? <Play aria-hidden className="ml-0.5 fill-current opacity-40" /> : <Spinner />}
      </span>
    )
  }
  return <PlayToggle id={id} title={titleOf(recording)} onPlay={onPlay} className={className ?? ''} />
}
