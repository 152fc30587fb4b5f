import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

type ExplainedProps = {
  /** What opens it, in a word or two. */
  label: string
  /** For screen readers, where several of that label stand on the page. */
  about: string
  children: ReactNode
}

/** Words behind a number, for whoever asks. */
export function Explained({ label, about, children }: ExplainedProps) {
  return (
    <details className="group text-14">
      <summary className="inline-flex min-h-11 cursor-pointer select-none list-none items-center gap-1 rounded-small text-soft transition-colors duration-place hover:text-ink [&::-webkit-details-marker]:hidden">
        {label}
        <span className="sr-only"> {about}</span>
        <ChevronDown
          aria-hidden
          className="size-4 transition-transform duration-place group-open:rotate-180"
        />
      </summary>
      <div className="pb-3 text-soft">{children}</div>
    </details>
  )
}
