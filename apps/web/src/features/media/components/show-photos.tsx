import type { Photo } from '@sharemyshows/contract/photos'
import { Images } from 'lucide-react'
import { usePhotosOfShow, useRetryPhoto } from '../api'
import { MediaTab } from './media-tab'
import { PhotoGallery } from './photo-gallery'
import { WallSkeleton } from './wall-skeleton'

type ShowPhotosProps = {
  showId: string
  /** The viewer may add photos of her own. */
  canAdd: boolean
  /** The venue's time zone (IANA), by whose clock photos were taken. */
  zone: string
}

const EMPTY = {
  icon: <Images />,
  title: 'No photos yet',
  mine: 'Yours and those of everyone else who was there come together here, in the order they were taken.',
  others: 'Nobody has added a photo that you can see.',
}

/** Everybody's photos of a show, on a wall. */
export function ShowPhotos({ showId, canAdd, zone }: ShowPhotosProps) {
  return (
    <MediaTab<Photo>
      showId={showId}
      kind="photo"
      canAdd={canAdd}
      query={usePhotosOfShow(showId)}
      retry={useRetryPhoto()}
      skeleton={<WallSkeleton />}
      empty={EMPTY}
    >
      {(photos, selection, onMore) => (
        <PhotoGallery photos={photos} zone={zone} selection={selection} onMore={onMore} />
      )}
    </MediaTab>
  )
}
