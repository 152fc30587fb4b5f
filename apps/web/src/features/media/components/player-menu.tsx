import { SkipBack, SkipForward } from 'lucide-react'
import { useMediaQuery } from '@/lib/hooks'
import { sayLength } from '@/lib/lengths'
import type { Mark } from '@/lib/marks'
import { DropdownMenu, type MenuGroup, type MenuItem } from '@/ui/dropdown-menu'
import type { Playback } from '../player-state'
import { thePlayer, usePlayer } from '../use-player'
import { RATES, sayRate } from '../video-deeds'

/** How fast it plays, the songs in it; and where there is no room for their buttons, the ways to those beside it. */
export function PlayerMenu({ now, marks }: { now: Playback; marks: readonly Mark[] }) {
  const rate = usePlayer((hearing) => hearing.rate)
  const small = useMediaQuery('(max-width: 39.99rem)')
  const player = thePlayer()
  const beside: MenuItem[] = [
    { label: 'Previous', icon: <SkipBack />, onSelect: player.previous },
    {
      label: 'Next',
      icon: <SkipForward />,
      onSelect: player.next,
      disabled: now.at + 1 >= now.tracks.length,
    },
  ]
  const speed: MenuGroup = {
    heading: 'Speed',
    items: RATES.map((other) => ({
      label: sayRate(other),
      checked: other === rate,
      onSelect: () => player.setRate(other),
    })),
  }
  const songs: MenuGroup = {
    heading: 'Songs in it',
    items: marks
      .filter(({ kind }) => kind === 'song')
      .map(({ label, start, end }) => ({
        label: `${label} · ${sayLength(start)}`,
        checked: start <= now.position && now.position < end,
        onSelect: () => player.seek(start),
      })),
  }
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={`Speed, ${sayRate(rate)}${small ? ', and more' : ''}`}
          className="inline-flex size-11 items-center justify-center rounded-control font-medium text-14 text-soft tabular-nums transition-colors duration-feedback hover:bg-ink/8 hover:text-ink"
        >
          {sayRate(rate)}
        </button>
      }
      items={[...(small ? beside : []), ...(songs.items.length > 0 ? [songs] : []), speed]}
    />
  )
}
