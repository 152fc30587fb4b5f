import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import { useMemo } from 'react'
import { useWidth } from '@/lib/use-width'
import { justify, shareIn } from './justify'
import { ratioOf } from './model'

type Pictured = Photo | Video
/** How wide something on the wall is, as CSS and in about as many pixels. */
export type Box = { width: string; pixels: number }

const GAP = 4
/** A handful is shown larger; up to this many. */
const FEW = 4

/** Where each of these stands on a wall whose list gets the ref; its gap is 4 px. */
export function useWall(media: readonly Pictured[]) {
  const { ref, width } = useWidth<HTMLUListElement>()
  const boxes = useMemo(() => boxesOf(media, width), [media, width])
  return { ref, boxAt: (index: number): Box => boxes[index] ?? { width: '100%', pixels: width } }
}

/** How high a row should be on a wall of this width, both in pixels. */
function heightFor(width: number, count: number): number {
  const usual = width < 520 ? 120 : width < 800 ? 160 : 200
  return count <= FEW ? usual * 1.6 : usual
}

function boxesOf(media: readonly Pictured[], width: number) {
  if (width === 0) return []
  const height = heightFor(width, media.length)
  const ratios = media.map(ratioOf)
  const rows = justify(ratios, width, height, GAP)
  return rows.flatMap((row, index) => {
    const fill = { isLast: index === rows.length - 1, width, height, gap: GAP }
    return ratios.slice(row.from, row.to).map((ratio) => {
      const { share, gaps } = shareIn(row, ratio, fill)
      const parts = `(100% - ${gaps * GAP}px) * ${share.toFixed(6)}`
      // A hair less than its part, so that rounding never pushes the last one of a row out of it.
      return { width: `calc(${parts} - 0.05px)`, pixels: Math.ceil((width - gaps * GAP) * share) }
    })
  })
}
