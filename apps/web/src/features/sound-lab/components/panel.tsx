import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import './lab.css'

type PanelProps = {
  /** Its heading, and its name for screen readers. */
  title?: string | undefined
  /** What can be done, beside the heading. */
  action?: ReactNode
  /** Its border glows: for the one thing of a page that the eye meets first. */
  glow?: boolean
  className?: string
  children: ReactNode
}

/** A frosted surface of the Sound Lab. */
export function Panel({ title, action, glow = false, className, children }: PanelProps) {
  return (
    <section aria-label={title} className={cn('lab-panel p-4 sm:p-6', glow && 'lab-glow', className)}>
      {title && (
        <header className="mb-4 flex min-h-11 items-center justify-between gap-4">
          <h2 className="text-20">{title}</h2>
          {action}
        </header>
      )}
      {children}
    </section>
  )
}
