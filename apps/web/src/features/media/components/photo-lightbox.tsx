import type { Photo } from '@sharemyshows/contract/photos'
import { Download, Flag, Info, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import Lightbox, { type ControllerRef, type Slide } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import { nameOf } from '@/lib/media-words'
import { openReport, useCanReport, useReporting } from '@/lib/reporting'
import { describeMedium, isMine } from '../model'
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
  onDetails: (photo: Photo) => void
  onDelete: (photo: Photo) => void
}

/** Photos in full, one after the other: by keys, by swipe, by wheel and pinch. */
export default function PhotoLightbox({ photos, photoId, zone, ...does }: PhotoLightboxProps) {
  const canReport = useCanReport()
  const reporting = useReporting() !== null
  const covered = does.covered || reporting
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
  // Whoever answers a message above leaves the lightbox with her focus: its keys are its own all the same.
  const onStray = useEffectEvent(({ key }: KeyboardEvent) => {
    if (open === undefined || covered || document.activeElement?.closest('.yarl__root')) return
    if (key === 'Escape') does.onClose()
    else if (key.startsWith('Arrow')) controller.current?.focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onStray(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
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
      toolbar={{ buttons: [...(open ? buttonsOf(open, does, canReport) : []), 'close'] }}
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
    alt: describeMedium(photo, zone),
    width: largest?.width,
    height: largest?.height,
    srcSet: renditions,
  }
}

type OwnDeeds = Pick<PhotoLightboxProps, 'onEdit' | 'onDetails' | 'onDelete'>

const icon = { 'aria-hidden': true, className: 'm-px size-5.5' } as const

function button(key: string, label: string, title: string, icon: ReactNode, onClick: () => void) {
  return (
    <button
      key={key}
      type="button"
      className="yarl__button"
      aria-label={label}
      title={title}
      onClick={onClick}
    >
      {icon}
    </button>
  )
}

function buttonsOf(photo: Photo, does: OwnDeeds, canReport: boolean) {
  if (isMine(photo)) return ownButtons(photo, does)
  const report = () => openReport({ target: 'photo', id: photo.id, name: `the photo by ${nameOf(photo)}` })
  return canReport ? [button('report', 'Report the photo', 'Report', <Flag {...icon} />, report)] : []
}

function ownButtons(photo: Photo, { onEdit, onDetails, onDelete }: OwnDeeds) {
  return [
    button('details', 'About the photo', 'Details', <Info {...icon} />, () => onDetails(photo)),
    button('edit', 'Edit the photo', 'Edit', <Pencil {...icon} />, () => onEdit(photo)),
    <a
      key="original"
      className="yarl__button"
      href={photo.urls.original}
      download={photo.file_name ?? true}
      aria-label="Download the original"
      title="Download the original"
    >
      <Download {...icon} />
    </a>,
    button('delete', 'Delete the photo', 'Delete', <Trash2 {...icon} />, () => onDelete(photo)),
  ]
}
