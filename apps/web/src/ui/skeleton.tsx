import { cn } from '@/lib/cn'

/** A grey stand-in of the coming thing's size; give it height and width by class. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cn('animate-pulse rounded-control bg-raised motion-reduce:animate-none', className)}
    />
  )
}
