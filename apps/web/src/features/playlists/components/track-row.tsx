import type { Track } from '@sharemyshows/contract/music'
import { ArrowDown, ArrowUp, CircleMinus, Ellipsis } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { sayLength } from '@/lib/lengths'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'

type TrackRowProps = {
  track: Track
  number: number
  play: (track: Track) => ReactNode
  words: (track: Track) => ReactNode
  /** Absent while it is carried. */
  move?: { up: (() => void) | undefined; down: (() => void) | undefined }
  onRemove?: () => void
}

/** A track of a playlist, with what can be done with it there. */
export function TrackRow({ track, number, play, words, move, onRemove }: TrackRowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey && { ArrowUp: move?.up, ArrowDown: move?.down }[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  const items: MenuItem[] = [
    { label: 'Move up', icon: <ArrowUp />, disabled: !move?.up, onSelect: () => move?.up?.() },
    { label: 'Move down', icon: <ArrowDown />, disabled: !move?.down, onSelect: () => move?.down?.() },
    { label: 'Take off the list', icon: <CircleMinus />, danger: true, onSelect: () => onRemove?.() },
  ]
  return (
    <div className="flex min-h-16 min-w-0 flex-1 items-center gap-2 sm:gap-3">
      <span aria-hidden className="w-7 shrink-0 text-right text-14 text-soft tabular-nums max-sm:hidden">
        {number}
      </span>
      {play(track)}
      <div className="min-w-0 flex-1">{words(track)}</div>
      {track.duration !== null && (
        <span className="text-14 text-soft tabular-nums max-sm:hidden">{sayLength(track.duration)}</span>
      )}
      {move && (
        <DropdownMenu
          items={items}
          trigger={
            <IconButton
              data-line={track.id}
              label={`More about ${track.name}`}
              title="More · Alt+↑ or Alt+↓ moves it"
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={onKeyDown}
              icon={<Ellipsis />}
            />
          }
        />
      )}
    </div>
  )
}
