import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Tabs that are addresses. The children are router links with `tabLinkStyles`; the router marks the open
 * one with `aria-current="page"`, which is what the styles look at.
 */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  // after each change of the address: where the row is wider than the phone, the open tab is in sight
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (row.current && tab)
      row.current.scrollLeft = tab.offsetLeft + tab.offsetWidth - row.current.clientWidth
  })
  return (
    <nav aria-label={label} className="border-line border-b">
      <div ref={row} className="-mb-px scrollbar-none relative flex gap-1 overflow-x-auto">
        {children}
      </div>
    </nav>
  )
}

export const tabLinkStyles = [
  'relative flex min-h-11 shrink-0 items-center gap-2 px-3 text-14 text-soft transition-colors duration-feedback',
  'hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink focus-visible:-outline-offset-2',
  'after:absolute after:inset-x-3 after:bottom-0 after:h-0.5 after:rounded-full aria-[current=page]:after:bg-accent',
].join(' ')
