import type { StorageUse } from '@sharemyshows/contract/media-sets'
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { cn } from '@/lib/cn'
import { sayProblem } from '@/lib/problem'
import { sayBytes } from '@/lib/sizes'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { fullnessOf, storageQuery } from '../upload-room'

type Part = { name: keyof Pick<StorageUse, 'photos' | 'audio' | 'videos' | 'uploads'>; colour: string }

const PARTS: readonly (Part & { label: string; one: string })[] = [
  { name: 'photos', label: 'photos', one: 'photo', colour: 'bg-primary' },
  { name: 'videos', label: 'videos', one: 'video', colour: 'bg-magenta' },
  { name: 'audio', label: 'recordings', one: 'recording', colour: 'bg-purple' },
  { name: 'uploads', label: 'on their way', one: 'on its way', colour: 'bg-edge' },
]

const WORDS = {
  room: null,
  near: 'There is little room left. What is not for keeping can go, to make room for the next night.',
  full: 'There is no room left. Delete something first; nothing new arrives until then.',
} as const

/** How much room is taken, by what, and how much is left. */
export function UploadQuota() {
  const { data: use, error, refetch } = useQuery(storageQuery)
  if (error && use === undefined) {
    return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
  }
  if (use === undefined) return <Skeleton className="h-36" />
  const fullness = fullnessOf(use)
  const words = WORDS[fullness]
  return (
    <div>
      <p className="text-14 text-soft">
        <span className="font-display font-semibold text-28 text-ink tabular-nums">
          {use.used === 0 ? 'Nothing' : sayBytes(use.used)}
        </span>{' '}
        of {sayBytes(use.quota)}
      </p>
      <div aria-hidden className="mt-3 flex h-3 gap-0.5 overflow-hidden rounded-full bg-ink/12">
        {PARTS.filter(({ name }) => use[name].bytes > 0).map(({ name, colour }) => (
          <span
            key={name}
            className={cn('h-full min-w-1', colour)}
            style={{ width: `${(use[name].bytes / Math.max(use.quota, use.used)) * 100}%` }}
          />
        ))}
      </div>
      {words && (
        <p
          className={cn(
            'mt-3 flex gap-2 text-14',
            fullness === 'full' ? 'font-medium text-danger' : 'text-warning',
          )}
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {words}
        </p>
      )}
      <ul className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {PARTS.filter(({ name }) => name !== 'uploads' || use.uploads.count > 0).map(
          ({ name, label, one, colour }) => (
            <li key={name} className="flex gap-2.5 text-14">
              <span aria-hidden className={cn('mt-1 size-3 shrink-0 rounded-full', colour)} />
              <span>
                <span className="block tabular-nums">
                  {use[name].count.toLocaleString('en-GB')} {use[name].count === 1 ? one : label}
                </span>
                {use[name].bytes > 0 && (
                  <span className="block text-12 text-soft tabular-nums">{sayBytes(use[name].bytes)}</span>
                )}
              </span>
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
