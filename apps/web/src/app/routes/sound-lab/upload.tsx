import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useUploads } from '@/features/media/uploads'
import { itemsIn, libraryQuery } from '@/features/sound-lab/api'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { AddRecordings } from './add-recordings'
import { Arrivals } from './arrivals'
import { LabPage } from './lab-page'

/** The recordings that came last stay in sight, until the library is the better place for them. */
const LATELY = 12

/** Takes recordings and follows each from its first byte to what was found in it. */
export function SoundLabUpload() {
  useLabNews()
  const { uploads } = useUploads()
  const { data, error, refetch } = useInfiniteQuery(libraryQuery({}, LATELY))
  const items = itemsIn(data)
  return (
    <LabPage
      title="Upload"
      lead="Each recording goes on its way by itself. You may leave this page and come back."
    >
      <AddRecordings />
      {data === undefined && error ? (
        <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        items.length + uploads.length > 0 && (
          <section aria-labelledby="lately" className="mt-8">
            <header className="mb-3 flex min-h-11 items-center justify-between gap-4">
              <h2 id="lately" className="text-20">
                Lately added
              </h2>
              <Link to="/sound-lab/library" className={buttonStyles({ variant: 'ghost', size: 'small' })}>
                Library
              </Link>
            </header>
            <Arrivals items={items} />
          </section>
        )
      )}
    </LabPage>
  )
}

function Loading() {
  return (
    <div role="status" className="mt-22 flex flex-col gap-3">
      <span className="sr-only">Opening what came last</span>
      {['first', 'second', 'third'].map((row) => (
        <Skeleton key={row} className="h-20" />
      ))}
    </div>
  )
}
