import { cn } from '@/lib/cn'

/** A turning arc; silent for screen readers, say the waiting in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-block size-[1.15em] animate-spin rounded-full border-2 border-current border-t-transparent motion-reduce:animate-pulse',
        className,
      )}
    />
  )
}
