import type { SimilarAudio } from '@sharemyshows/contract/analysis'
import { memo, type ReactNode } from 'react'
import { titleOf } from '@/lib/media-words'
import { sayShare } from '../model'
import { Panel } from './panel'

const FACETS = [
  { name: 'sound', label: 'Sound' },
  { name: 'tempo', label: 'Tempo' },
  { name: 'key', label: 'Key' },
  { name: 'tags', label: 'Labels' },
] as const

type AnalysisSimilarProps = {
  items: readonly SimilarAudio[]
  /** Draws the name of a recording as a link to it. */
  link: (audioId: string, words: string) => ReactNode
  /** What can be done with one, beside its name. */
  action: (audioId: string) => ReactNode
}

/** Recordings that sound like it: how like in all, and in what. */
export const AnalysisSimilar = memo(function AnalysisSimilar({ items, link, action }: AnalysisSimilarProps) {
  return (
    <Panel title="Sounds like">
      {items.length === 0 ? (
        <p className="text-14 text-soft">
          Nothing to compare with yet. Once another recording of yours, or of the same show, is analysed, it
          is set beside this one.
        </p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {items.map(({ audio, audio_id: id, similarity, facets }) => (
            <li
              key={id}
              className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 py-2.5 md:grid-cols-[3.5rem_minmax(0,1fr)_minmax(0,26rem)_auto]"
            >
              <span className="font-bold font-display text-20 tabular-nums">{sayShare(similarity)}</span>
              <span className="truncate font-medium text-16">{link(id, titleOf(audio))}</span>
              <span className="md:order-last">{action(id)}</span>
              <dl className="col-span-full grid grid-cols-4 gap-3 text-12 md:col-span-1">
                {FACETS.map(({ name, label }) => (
                  <Facet key={name} label={label} share={facets[name]} />
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
})

function Facet({ label, share }: { label: string; share: number | null }) {
  return (
    <div>
      <dt className="text-soft">{label}</dt>
      <dd className="tabular-nums">
        {share === null ? 'unknown' : sayShare(share)}
        <span aria-hidden className="mt-0.5 block h-1 overflow-hidden rounded-full bg-ink/10">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${(share ?? 0) * 100}%` }} />
        </span>
      </dd>
    </div>
  )
}
