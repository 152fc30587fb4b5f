import { Skeleton } from '@/ui/skeleton'

export function SetlistSkeleton() {
  return (
    <div role="status" className="flex max-w-2xl flex-col gap-3">
      <span className="sr-only">Loading the setlist</span>
      {['w-1/2', 'w-2/3', 'w-2/5', 'w-3/5', 'w-1/2'].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these never change
        <Skeleton key={row} className={`h-8 ${width}`} />
      ))}
    </div>
  )
}
