import type { MediaKind } from '@sharemyshows/contract/media'
import { Camera, Plus } from 'lucide-react'
import { useMediaQuery } from '@/lib/hooks'
import { DropZone } from '@/ui/drop-zone'
import { acceptOf, wordsOf } from '../upload-formats'
import { useAddMedia } from '../uploads'
import { PickMedia } from './pick-media'

type AddMediaProps = {
  showId: string
  /** Which tab this stands on: what its words are about, and what its picker offers first. */
  kind: MediaKind
  /** A large field to drop files on, for a tab that has nothing yet; otherwise a row of buttons. */
  large?: boolean
}

const NOUNS = { photo: 'photos', audio: 'recordings', video: 'videos' } as const

/** What phones keep together in one picker. */
const OFFERED: Readonly<Record<MediaKind, readonly MediaKind[]>> = {
  photo: ['photo', 'video'],
  audio: ['audio'],
  video: ['video', 'photo'],
}

/** Takes media for a show by choosing or from the camera; the tray of the shell follows them on their way. */
export function AddMedia({ showId, kind, large = false }: AddMediaProps) {
  const add = useAddMedia(showId)
  const onPhone = useMediaQuery('(pointer: coarse)')
  const camera = kind === 'photo' && onPhone && (
    <PickMedia camera onFiles={add} className="max-sm:flex-1">
      <Camera aria-hidden />
      Take a photo
    </PickMedia>
  )
  if (large) {
    return (
      <div className="flex flex-col gap-3">
        <DropZone
          label={onPhone ? `Choose ${NOUNS[kind]}` : `Drop ${NOUNS[kind]} here, or choose them`}
          hint={wordsOf(kind)}
          accept={acceptOf(OFFERED[kind])}
          onFiles={add}
        />
        {camera}
      </div>
    )
  }
  return (
    <div className="flex gap-2 sm:justify-end">
      <PickMedia kinds={OFFERED[kind]} onFiles={add} className="max-sm:flex-1">
        <Plus aria-hidden />
        Add {NOUNS[kind]}
      </PickMedia>
      {camera}
    </div>
  )
}
