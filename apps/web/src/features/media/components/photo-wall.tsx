import type { Photo } from '@sharemyshows/contract/photos'
import { useSame } from '../use-same'
import type { Choosing } from '../use-selection'
import { useWall } from '../use-wall'
import { PhotoTile } from './photo-tile'

/** About as many as a first screen holds. */
const EAGER = 8

type PhotoWallProps = {
  photos: readonly Photo[]
  zone: string
  selection: Choosing
  onOpen: (id: string) => void
}

/** Photos in rows that fill the width, in the order given; every tile has its place before a byte of it is here. */
export function PhotoWall({ photos, zone, selection, onOpen }: PhotoWallProps) {
  const { ref, boxAt } = useWall(photos)
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
          {...boxAt(index)}
        />
      ))}
    </ul>
  )
}
