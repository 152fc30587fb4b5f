import type { Photo } from '@sharemyshows/contract/photos'
import { useMemo } from 'react'
import { justify, shareIn } from '../justify'
import { ratioOf } from '../model'
import { useSame } from '../use-same'
import type { Choosing } from '../use-selection'
import { useWidth } from '../use-width'
import { PhotoTile } from './photo-tile'

const GAP = 4
/** About as many as a first screen holds. */
const EAGER = 8
/** A handful is shown larger; up to this many. */
const FEW = 4

type PhotoWallProps = {
  photos: readonly Photo[]
  zone: string
  selection: Choosing
  onOpen: (id: string) => void
}

/** Photos in rows that fill the width, in the order given; every tile has its place before a byte of it is here. */
export function PhotoWall({ photos, zone, selection, onOpen }: PhotoWallProps) {
  const { ref, width } = useWidth<HTMLUListElement>()
  const boxes = useMemo(() => boxesOf(photos, width), [photos, width])
  const { choosing, ids } = selection
  const onChoose = useSame(selection.toggle)
  return (
    <ul ref={ref} className="flex flex-wrap items-start gap-1">
      {photos.map((photo, index) => (
        <PhotoTile
          key={photo.id}
          photo={photo}
          zone={zone}
          eager={index < EAGER}
          choosing={choosing}
          chosen={ids.has(photo.id)}
          onOpen={onOpen}
          onChoose={onChoose}
          width={boxes[index]?.width ?? '100%'}
          pixels={boxes[index]?.pixels ?? width}
        />
      ))}
    </ul>
  )
}

/** How high a row should be on a wall of this width, both in pixels. */
function heightFor(width: number, count: number): number {
  const usual = width < 520 ? 120 : width < 800 ? 160 : 200
  return count <= FEW ? usual * 1.6 : usual
}

function boxesOf(photos: readonly Photo[], width: number) {
  if (width === 0) return []
  const height = heightFor(width, photos.length)
  const ratios = photos.map(ratioOf)
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
