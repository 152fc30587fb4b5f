import type { Photo } from '@sharemyshows/contract/photos'
import { Download, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import Lightbox, { type ControllerRef, type Slide } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import { describePhoto, isMine } from '../model'
import { renditionsOf } from '../renditions'
import './photo-lightbox.css'
import { PhotoFacts } from './photo-facts'

export type PhotoLightboxProps = {
  photos: readonly Photo[]
  /** Which one is open; none when it is not among the photos. */
  photoId: string | undefined
  zone: string
  /** A dialog is open above; afterwards the keys are the lightbox's again. */
  covered: boolean
  onView: (photo: Photo) => void
  onClose: () => void
  onEdit: (photo: Photo) => void
  onDelete: (photo: Photo) => void
}

/** Photos in full, one after the other: by keys, by swipe, by wheel and pinch. */
export default function PhotoLightbox({ photos, photoId, zone, covered, ...does }: PhotoLightboxProps) {
  const slides = useMemo(() => photos.map((photo) => slideOf(photo, zone)), [photos, zone])
  const index = photos.findIndex(({ id }) => id === photoId)
  // While it fades out it still shows the last one.
  const last = useRef(0)
  if (index >= 0) last.current = index
  const open = photos[index]
  const controller = useRef<ControllerRef>(null)
  useEffect(() => {
    if (covered) return
    const frame = requestAnimationFrame(() => controller.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [covered])
  return (
    <Lightbox
      className="photo-lightbox"
      open={open !== undefined}
      index={last.current}
      slides={slides}
      close={does.onClose}
      plugins={[Zoom]}
      // A press waits for half a slide, and only the last that waits counts.
      animation={{ navigation: 160 }}
      carousel={{ finite: true, padding: 0, imageProps: { draggable: false } }}
      controller={{ ref: controller, closeOnPullDown: true, closeOnBackdropClick: true }}
      zoom={{ maxZoomPixelRatio: 2, scrollToZoom: true }}
      toolbar={{ buttons: [...(open && isMine(open) ? ownButtons(open, does) : []), 'close'] }}
      on={{
        view: ({ index: viewed }) => {
          const photo = photos[viewed]
          if (photo && open && photo.id !== photoId) does.onView(photo)
        },
      }}
      render={{
        // Wheel, pinch, double click and the keys + and − do it without taking room.
        buttonZoom: () => null,
        slideFooter: ({ slide }) => {
          const photo = photos[slides.indexOf(slide)]
          return photo && <PhotoFacts photo={photo} zone={zone} />
        },
        ...(photos.length < 2 && { buttonPrev: () => null, buttonNext: () => null }),
      }}
    />
  )
}

function slideOf(photo: Photo, zone: string): Slide {
  const renditions = renditionsOf(photo)
  const largest = renditions.at(-1)
  return {
    src: largest?.src ?? '',
    alt: describePhoto(photo, zone),
    width: largest?.width,
    height: largest?.height,
    srcSet: renditions,
  }
}

function ownButtons(photo: Photo, { onEdit, onDelete }: Pick<PhotoLightboxProps, 'onEdit' | 'onDelete'>) {
  return [
    <button
      key="edit"
      type="button"
      className="yarl__button"
      aria-label="Edit the photo"
      title="Edit"
      onClick={() => onEdit(photo)}
    >
      <Pencil aria-hidden className="m-px size-5.5" />
    </button>,
    <a
      key="original"
      className="yarl__button"
      href={photo.urls.original}
      download={photo.file_name ?? true}
      aria-label="Download the original"
      title="Download the original"
    >
      <Download aria-hidden className="m-px size-5.5" />
    </a>,
    <button
      key="delete"
      type="button"
      className="yarl__button"
      aria-label="Delete the photo"
      title="Delete"
      onClick={() => onDelete(photo)}
    >
      <Trash2 aria-hidden className="m-px size-5.5" />
    </button>,
  ]
}
