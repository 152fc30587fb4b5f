import type { Photo } from '@sharemyshows/contract/media'
import type { CSSProperties } from 'react'
import { PhotoTile, type RowHeights } from './photo-tile'
import './photo-wall.css'

const MANY: RowHeights = [6.75, 9, 12]
/** A handful is shown larger; up to this many. */
const FEW_ROWS: RowHeights = [11, 16, 20]
const FEW = 4
/** About as many as a first screen holds. */
const EAGER = 8

type PhotoWallProps = { photos: readonly Photo[]; zone: string; onOpen: (photo: Photo) => void }

/** Photos in rows that fill the width, in the order given. The browser alone lays it out: nothing waits or jumps. */
export function PhotoWall({ photos, zone, onOpen }: PhotoWallProps) {
  const rows = photos.length <= FEW ? FEW_ROWS : MANY
  const [phone, tablet, desktop] = rows
  const style = {
    '--row-phone': `${phone}rem`,
    '--row-tablet': `${tablet}rem`,
    '--row-desktop': `${desktop}rem`,
  } as CSSProperties
  return (
    <ul className="photo-wall" style={style}>
      {photos.map((photo, index) => (
        <PhotoTile
          key={photo.id}
          photo={photo}
          zone={zone}
          rows={rows}
          eager={index < EAGER}
          onOpen={() => onOpen(photo)}
        />
      ))}
    </ul>
  )
}
