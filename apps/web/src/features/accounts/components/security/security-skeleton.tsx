import { Skeleton } from '@/ui/skeleton'

/** Rows of the settings that are on their way. */
export function RowsSkeleton({ label, rows }: { label: string; rows: number }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  )
}
