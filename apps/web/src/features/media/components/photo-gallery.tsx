import type { Photo } from '@sharemyshows/contract/photos'
import { lazy, Suspense, useState } from 'react'
import { useDeleteMedia } from '../sets'
import { useOpenMedium } from '../use-open-medium'
import type { Choosing } from '../use-selection'
import { MediumDetails } from './medium-details'
import { PhotoEditor } from './photo-editor'
import { PhotoWall } from './photo-wall'

const PhotoLightbox = lazy(() => import('./photo-lightbox'))

type PhotoGalleryProps = {
  photos: readonly Photo[]
  zone: string
  selection: Choosing
  /** Fetches the photos after these; absent when there are none, or they are on the way. */
  onMore: (() => void) | undefined
}

/** The wall and, over it, the photo that is open. */
export function PhotoGallery({ photos, zone, selection, onMore }: PhotoGalleryProps) {
  const { openId: photoId, open, show, close, leave } = useOpenMedium('photo', { media: photos, onMore })
  const [asked, setAsked] = useState<{ photo: Photo; about: 'edit' | 'details' }>()
  const remove = useDeleteMedia()
  // Once it is loaded it stays, so that it can fade out.
  const [wanted, setWanted] = useState(false)
  if (photoId !== undefined && !wanted) setWanted(true)

  const drop = ({ id, show_id }: Photo) => {
    leave()
    if (show_id !== null) remove.mutate({ showId: show_id, ids: [id], noun: 'photo' })
  }
  const stop = () => setAsked(undefined)
  return (
    <>
      <PhotoWall photos={photos} zone={zone} selection={selection} onOpen={open} />
      {wanted && (
        <Suspense>
          <PhotoLightbox
            photos={photos}
            photoId={photoId}
            zone={zone}
            covered={asked !== undefined}
            onView={({ id }) => show(id)}
            onClose={close}
            onEdit={(photo) => setAsked({ photo, about: 'edit' })}
            onDetails={(photo) => setAsked({ photo, about: 'details' })}
            onDelete={drop}
          />
        </Suspense>
      )}
      {asked?.about === 'edit' && <PhotoEditor photo={asked.photo} onClose={stop} />}
      {asked?.about === 'details' && <MediumDetails medium={asked.photo} zone={zone} onClose={stop} />}
    </>
  )
}
