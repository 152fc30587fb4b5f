import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { camelotOf, keyOf, sayKey } from '../harmony'
import { sayLoudness, sayNumber } from '../model'

/** The labels of a recording that fit beside its numbers. */
const MOST_LABELS = 3

/** What was found in a recording, in a line: tempo, key with its place on the Camelot wheel, loudness, labels. */
export function Findings({ item, className }: { item: LibraryItem; className?: string }) {
  const key = keyOf(item)
  return (
    <dl className={cn('flex flex-wrap items-baseline gap-x-4 gap-y-2', className)}>
      {item.bpm !== null && (
        <Finding label="Tempo">
          <Big>{sayNumber(item.bpm)}</Big> bpm
        </Finding>
      )}
      {key && (
        <Finding label="Key">
          <Big>{sayKey(key)}</Big> {camelotOf(key)}
        </Finding>
      )}
      {item.loudness_lufs !== null && <Finding label="Loudness">{sayLoudness(item.loudness_lufs)}</Finding>}
      {item.labels.length > 0 && (
        <Finding label="Heard in it">
          <LabelList labels={item.labels} most={MOST_LABELS} />
        </Finding>
      )}
    </dl>
  )
}

const Big = ({ children }: { children: ReactNode }) => (
  <span className="font-display font-semibold text-16 text-ink">{children}</span>
)

function Finding({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-14 text-soft tabular-nums">
      <dt className="sr-only">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Labels as pills, the surest first. */
export function LabelList({ labels, most }: { labels: readonly string[]; most: number }) {
  const rest = labels.length - most
  return (
    <span className="flex flex-wrap gap-1.5">
      {labels.slice(0, most).map((label) => (
        <span
          key={label}
          className="inline-flex min-h-6 items-center rounded-full bg-accent/12 px-2.5 font-medium text-12 text-ink ring-1 ring-accent/30 ring-inset"
        >
          {label}
        </span>
      ))}
      {rest > 0 && <span className="inline-flex min-h-6 items-center text-12 text-soft">+{rest}</span>}
    </span>
  )
}
