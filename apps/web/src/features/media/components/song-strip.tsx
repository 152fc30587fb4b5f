import { SkipBack, SkipForward } from 'lucide-react'
import { cn } from '@/lib/cn'
import { sayLength, speakLength } from '@/lib/lengths'
import { type Mark, songBeside } from '@/lib/marks'
import { IconButton } from '@/ui/icon-button'
import { thePlayer } from '../use-player'

type SongStripProps = { marks: readonly Mark[]; position: number }

/** The songs of what plays and the applause between them, to go from one to the other. */
export function SongStrip({ marks, position }: SongStripProps) {
  const leap = (by: 1 | -1) => {
    const to = songBeside(marks, position, by)
    return { disabled: to === undefined, onClick: () => to !== undefined && thePlayer().seek(to) }
  }
  return (
    <div className="flex min-w-0 items-center gap-1">
      <IconButton label="Previous song" icon={<SkipBack className="fill-current" />} {...leap(-1)} />
      <ul className="scrollbar-none flex min-w-0 flex-1 gap-1 overflow-x-auto">
        {marks.map(({ kind, label, start, end }) => (
          <li key={`${kind} ${start}`} className="shrink-0">
            <button
              type="button"
              aria-current={start <= position && position < end}
              aria-label={`${label}, from ${speakLength(start)}`}
              onClick={() => thePlayer().seek(start)}
              className={cn(
                'inline-flex min-h-9 items-center gap-1.5 rounded-full px-3 text-12 transition-colors duration-feedback pointer-coarse:min-h-11',
                'hover:bg-ink/8 focus-visible:-outline-offset-2 aria-current:bg-accent-fill aria-current:text-on-accent',
                kind === 'applause' && 'text-soft',
              )}
            >
              {label} <span className="tabular-nums opacity-75">{sayLength(start)}</span>
            </button>
          </li>
        ))}
      </ul>
      <IconButton label="Next song" icon={<SkipForward className="fill-current" />} {...leap(1)} />
    </div>
  )
}
