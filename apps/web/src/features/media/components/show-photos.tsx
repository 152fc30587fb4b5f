import { Camera, CircleCheck, Images, Plus } from 'lucide-react'
import { cn } from '@/lib/cn'
import { useMediaQuery } from '@/lib/hooks'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { usePhotosOfShow } from '../api'
import { isMine } from '../model'
import { itemsIn } from '../pages'
import { useUploads } from '../uploads'
import { useMore } from '../use-more'
import { usePhotoNews } from '../use-photo-news'
import { useSelection } from '../use-selection'
import { AddPhotos } from './add-photos'
import { DropAnywhere } from './drop-anywhere'
import { FailedPhotos } from './failed-photos'
import { PhotoGallery } from './photo-gallery'
import { PickPhotos } from './pick-photos'
import { SelectionBar } from './selection-bar'
import { UploadTray } from './upload-tray'
import { WallSkeleton } from './wall-skeleton'

type ShowPhotosProps = {
  showId: string
  /** The viewer may add photos of her own. */
  canAdd: boolean
  /** The venue's time zone (IANA), by whose clock photos were taken; else this device's. */
  zone?: string
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Everybody's photos of a show as far as one may see them, in the order they were taken, and the way to add more. */
export function ShowPhotos({ showId, canAdd, zone = HERE }: ShowPhotosProps) {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    usePhotosOfShow(showId)
  const onMore = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined
  const end = useMore<HTMLDivElement>(onMore)
  usePhotoNews(showId)

  const photos = itemsIn(data)
  const shown = photos.filter(({ state }) => state !== 'failed')
  const failed = photos.filter(({ state }) => state === 'failed')
  const selection = useSelection(shown.filter(isMine).map(({ id }) => id))
  if (isPending) return <WallSkeleton />
  if (error && data === undefined) {
    const reference = error instanceof ApiProblem ? error.requestId : undefined
    return <ErrorState message={sayProblem(error)} reference={reference} onRetry={() => void refetch()} />
  }
  if (photos.length === 0) return <NoPhotos showId={showId} canAdd={canAdd} />
  return (
    <div className="flex flex-col gap-4">
      {canAdd && <AddMore showId={showId} />}
      {selection.canChoose && !selection.choosing && (
        <Button variant="ghost" size="small" onClick={selection.begin} className="-mb-2 self-end">
          <CircleCheck aria-hidden />
          Select
        </Button>
      )}
      <FailedPhotos photos={failed} />
      <PhotoGallery photos={shown} zone={zone} selection={selection} onMore={onMore} />
      <SelectionBar selection={selection} showId={showId} noun="photo" />
      <div ref={end} />
      {isFetchingNextPage && <WallSkeleton />}
    </div>
  )
}

function NoPhotos({ showId, canAdd }: { showId: string; canAdd: boolean }) {
  return (
    <div className={cn(canAdd && '-mt-8')}>
      <EmptyState icon={<Images />} title="No photos yet">
        {canAdd
          ? 'Yours and those of everyone else who was there come together here, in the order they were taken.'
          : 'Nobody has added a photo that you can see.'}
      </EmptyState>
      {canAdd && (
        <div className="mx-auto -mt-8 max-w-xl">
          <AddPhotos showId={showId} />
        </div>
      )}
    </div>
  )
}

function AddMore({ showId }: { showId: string }) {
  const { uploads, queue } = useUploads(showId)
  const onPhone = useMediaQuery('(pointer: coarse)')
  const add = (files: File[]) => queue.add(showId, files)
  return (
    <>
      <div className="flex gap-2 sm:justify-end">
        <PickPhotos onFiles={add} className="max-sm:flex-1">
          <Plus aria-hidden />
          Add photos
        </PickPhotos>
        {onPhone && (
          <PickPhotos camera onFiles={add} className="max-sm:flex-1">
            <Camera aria-hidden />
            Take a photo
          </PickPhotos>
        )}
      </div>
      <UploadTray uploads={uploads} queue={queue} />
      <DropAnywhere onFiles={add} />
    </>
  )
}
