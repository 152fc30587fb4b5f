import { ArrowUpRight } from 'lucide-react'
import { cn } from '@/lib/cn'

type AttributionProps = { text: string; url: string; className?: string }

/** Whom data is owed to, as a link that may be followed: no `nofollow`, which those who give it do not allow. */
export function Attribution({ text, url, className }: AttributionProps) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener"
      className={cn(
        'inline-flex min-h-11 items-center gap-1 underline decoration-edge underline-offset-4 hover:text-ink',
        className,
      )}
    >
      {text}
      <ArrowUpRight aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">in a new tab</span>
    </a>
  )
}
