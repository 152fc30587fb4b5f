import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import { Check } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { isMine, ratioOf } from '../model'
import { useLongPress } from '../use-long-press'
import type { Box } from '../use-wall'

/** What a wall tells its tiles. */
export type TileProps = Box & {
  zone: string
  /** Taps choose instead of open; one's own alone can be chosen. */
  choosing: boolean
  chosen: boolean
  onOpen: (id: string) => void
  onChoose: (id: string, range: boolean) => void
}

type WallTileProps = Omit<TileProps, 'zone' | 'pixels'> & {
  medium: Photo | Video
  /** What the link has besides opening. */
  link?: ComponentProps<'a'>
  children: ReactNode
}

const FILL = 'group absolute inset-0 focus-visible:-outline-offset-4'

/** A place on a wall: a link to what stands there in full, and a box to tick while several are chosen. */
export function WallTile({ medium, width, choosing, chosen, link, children, ...does }: WallTileProps) {
  const { id, kind } = medium
  const mine = isMine(medium)
  const { wasHeld, ...press } = useLongPress(mine ? () => does.onChoose(id, false) : undefined)
  const open = (event: MouseEvent) => {
    // With a key held the browser knows better: a new tab, a download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!wasHeld()) does.onOpen(id)
  }
  const choose = (event: MouseEvent) => {
    if (mine && !wasHeld()) does.onChoose(id, event.shiftKey)
  }
  return (
    <li
      className={cn(
        'relative overflow-hidden rounded-small transition-opacity duration-feedback',
        choosing && !mine && 'opacity-35',
      )}
      style={{ width, aspectRatio: ratioOf(medium) }}
      {...press}
    >
      {choosing ? (
        // biome-ignore lint/a11y/useSemanticElements: a picture is the box here, and a label would be its words twice
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen}
          aria-disabled={!mine}
          onClick={choose}
          className={FILL}
        >
          {children}
          {mine && <Tick chosen={chosen} />}
        </button>
      ) : (
        <a
          {...link}
          href={`?${kind}=${id}`}
          onClick={open}
          className={cn(FILL, '[-webkit-touch-callout:none]')}
        >
          {children}
        </a>
      )}
    </li>
  )
}

/** Whether it is chosen, said by a shape and not by colour alone. */
const Tick = ({ chosen }: { chosen: boolean }) => (
  <>
    {chosen && <span className="absolute inset-0 rounded-small ring-4 ring-accent ring-inset" />}
    <span
      className={cn(
        'absolute top-1.5 left-1.5 flex size-6 items-center justify-center rounded-full ring-2 ring-white',
        chosen ? 'bg-accent-fill text-on-accent' : 'bg-black/45',
      )}
    >
      {chosen && <Check aria-hidden className="size-4 stroke-3" />}
    </span>
  </>
)
