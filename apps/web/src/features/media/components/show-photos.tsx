import { CircleCheck, Images } from 'lucide-react'
import { cn } from '@/lib/cn'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { usePhotosOfShow, useRetryPhoto } from '../api'
import { isMine } from '../model'
import { itemsIn } from '../pages'
import { useMore } from '../use-more'
import { usePhotoNews } from '../use-photo-news'
import { useSelection } from '../use-selection'
import { AddMedia } from './add-media'
import { FailedMedia } from './failed-media'
import { PhotoGallery } from './photo-gallery'
import { SelectionBar } from './selection-bar'
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
  const retry = useRetryPhoto()

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
      {canAdd && <AddMedia showId={showId} kind="photo" />}
      {selection.canChoose && !selection.choosing && (
        <Button variant="ghost" size="small" onClick={selection.begin} className="-mb-2 self-end">
          <CircleCheck aria-hidden />
          Select
        </Button>
      )}
      <FailedMedia media={failed} retry={retry} />
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
          <AddMedia showId={showId} kind="photo" large />
        </div>
      )}
    </div>
  )
}
