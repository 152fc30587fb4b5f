import { ListMusic } from 'lucide-react'
import { cn } from '@/lib/cn'
import { hue } from '@/lib/hue'
import { tintStyle } from '@/ui/tint'

/** What stands for a playlist: a tile in the light of its name. */
export const PlaylistArt = ({ name, className }: { name: string; className?: string }) => (
  <span
    aria-hidden
    style={tintStyle(hue(name))}
    className={cn(
      'tinted flex shrink-0 items-center justify-center rounded-control bg-linear-to-br from-(--tint) to-(--tint-deep) text-ink [&_svg]:size-[32%] [&_svg]:stroke-[1.5] [&_svg]:opacity-90',
      className,
    )}
  >
    <ListMusic />
  </span>
)
