import type { Analysis } from '@sharemyshows/contract/analysis'
import { sayLength } from '@/lib/lengths'
import { TableBehind } from '@/ui/table-behind'
import { KINDS } from '../analysis-words'
import { sayShare } from '../model'

/** Songs and sections in words and numbers; what the colours mean stands beside it. */
export function TimelineTable({ analysis: { songs, segments } }: { analysis: Analysis }) {
  const kinds = [...new Set(segments.map(({ kind }) => kind))]
  const rows = [
    ...songs.map((song, at) => ({ name: `Song ${at + 1}`, ...song })),
    ...segments.map((segment, at) => ({ name: `${at + 1}. ${KINDS[segment.kind]}`, ...segment })),
  ]
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-6">
      <ul className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 text-12 text-soft">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-1.5">
            <span aria-hidden className={`section-band section-${kind} size-4 rounded-[3px]`} />
            {KINDS[kind]}
          </li>
        ))}
      </ul>
      <TableBehind
        label="Songs and sections as a table"
        columns={['What', 'From', 'To', 'Confidence']}
        rows={rows.map(({ name, start, end, confidence }) => [
          name,
          sayLength(start),
          sayLength(end),
          sayShare(confidence),
        ])}
      />
    </div>
  )
}
