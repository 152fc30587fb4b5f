import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { usePageTitle } from '@/lib/hooks'

type PageProps = {
  /** The h1 and the document's title. */
  title: string
  /** Which part of it is open, for the document's title. */
  part?: string | undefined
  /** Under the title, one line. */
  lead?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  /** The context column; under the page where there is no room beside it. */
  aside?: ReactNode
  /** A single column of text or a form is narrower. */
  narrow?: boolean
  /** As wide as with a context column, for pages that divide it themselves. */
  wide?: boolean
  children: ReactNode
}

/** The frame of an ordinary page: title, deeds, content and an optional context column. */
export function Page({ title, part, lead, actions, aside, narrow = false, wide, children }: PageProps) {
  usePageTitle(part ? `${part} · ${title}` : title)
  return (
    <div
      className={cn(
        'mx-auto w-full px-4 pt-[calc(var(--header,0px)+1.5rem)] pb-6 sm:px-8 sm:pt-[calc(var(--header,0px)+2.5rem)] sm:pb-10',
        narrow ? 'max-w-2xl' : 'max-w-5xl',
        (aside || wide) && 'xl:max-w-7xl',
      )}
    >
      <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 sm:mb-8">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="wrap-anywhere text-28 sm:text-40">
            {title}
          </h1>
          {lead && <p className="mt-1 text-14 text-soft">{lead}</p>}
        </div>
        {actions && <div className="flex gap-2">{actions}</div>}
      </header>
      {aside ? <WithAside aside={aside}>{children}</WithAside> : children}
    </div>
  )
}

/** The content with a context column of 20 rem beside it on wide screens. */
function WithAside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem] xl:gap-12">
      <div className="min-w-0">{children}</div>
      <aside className="min-w-0">{aside}</aside>
    </div>
  )
}
