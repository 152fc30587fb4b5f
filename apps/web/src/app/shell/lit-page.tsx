import type { ReactNode } from 'react'
import { usePageTitle } from '@/lib/hooks'
import '@/features/sound-lab/components/lab.css'

export type LitPageProps = {
  /** Instead of title, lead and actions; has the h1. */
  head?: ReactNode
  /** The h1 and the document's title. */
  title: string
  /** What it is a part of, for the document's title. */
  of: string
  /** Links to the other parts. */
  tabs?: ReactNode
  /** Under the title, a line or two. */
  lead?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}

/** The frame of the pages where the lights are up: their light, the parts, title and content. */
export function LitPage({ title, of, tabs, children, ...rest }: LitPageProps) {
  usePageTitle(title === of ? title : `${title} · ${of}`)
  return (
    <div className="lab">
      <div aria-hidden className="lab-light" />
      <div className="mx-auto w-full max-w-5xl px-4 pt-[calc(var(--header,0px)+0.5rem)] pb-10 sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)] xl:max-w-7xl">
        {tabs}
        {rest.head ?? <Head title={title} {...rest} />}
        {children}
      </div>
    </div>
  )
}

const Head = ({ title, lead, actions }: Pick<LitPageProps, 'title' | 'lead' | 'actions'>) => (
  <header className="mt-6 mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 sm:mt-8 sm:mb-8">
    <div className="min-w-0">
      <h1 tabIndex={-1} className="wrap-anywhere text-28 sm:text-40">
        {title}
      </h1>
      {lead && <p className="mt-1 max-w-2xl text-14 text-soft">{lead}</p>}
    </div>
    {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
  </header>
)
