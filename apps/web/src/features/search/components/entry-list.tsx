import { Link } from '@tanstack/react-router'
import type { Entry } from '../model'
import { EntryFace } from './entry-face'

type EntryListProps = {
  entries: readonly Entry[]
  /** What was typed, to be marked; nothing where the spelling differs. */
  q: string
  onChoose?: () => void
}

/** Found things one under the other, each a link. */
export function EntryList({ entries, q, onChoose }: EntryListProps) {
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Link
            {...entry.to}
            data-found
            onClick={onChoose}
            className="-mx-3 flex min-h-16 items-center gap-4 rounded-control px-3 py-2 transition-colors duration-feedback hover:bg-ink/6 focus-visible:bg-ink/6"
          >
            <EntryFace entry={entry} q={q} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
