import { type ReactNode, useId, useState } from 'react'
import { Button } from './button'

export type Ranked = { id: string; name: string; detail?: string | undefined; count: number }

type RankedListProps = {
  title: string
  items: readonly Ranked[]
  /** Wraps a name in the link that leads to it. */
  link: (item: Ranked, children: ReactNode) => ReactNode
  /** Says a count aloud: "3 shows". */
  say: (count: number) => string
  children?: ReactNode
}

const AT_FIRST = 8

/** Names with how often, most often first; the rest on demand. `children` stand between title and list. */
export function RankedList({ title, items, link, say, children }: RankedListProps) {
  const heading = useId()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, AT_FIRST)
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-20">
        {title}
      </h2>
      {children}
      <ul className="mt-2">
        {shown.map((item) => (
          <li
            key={item.id}
            className="flex min-h-11 items-center justify-between gap-4 border-line border-b py-1 last:border-0"
          >
            {link(
              item,
              <span className="wrap-anywhere block py-1 text-14">
                <span className="block font-medium">{item.name}</span>
                {item.detail && <span className="block text-12 text-soft">{item.detail}</span>}
              </span>,
            )}
            <span className="shrink-0 text-14 text-soft tabular-nums">
              <span aria-hidden>{item.count}</span>
              <span className="sr-only">{say(item.count)}</span>
            </span>
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button size="small" variant="ghost" className="-ml-3" onClick={() => setAll(true)}>
          {items.length - shown.length} more
        </Button>
      )}
    </section>
  )
}
