import type { MusicSummary } from '@sharemyshows/contract/music'
import { cn } from '@/lib/cn'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { ChoiceChips } from '@/ui/choice-chips'
import { controlStyles } from '@/ui/field'
import { SearchBox } from '@/ui/search-box'
import { type MusicAsk, SORTS, SOURCES, withPart } from '../address'
import { SORT_OPTIONS, SOURCE_NAMES } from '../model'

type MusicToolsProps = { ask: MusicAsk; onChange: (ask: MusicAsk) => void; summary: MusicSummary | undefined }

/** Words to look for, the order, and chips for moods and for where tracks come from. */
export function MusicTools({ ask, onChange, summary }: MusicToolsProps) {
  const counted = (name: string, count: number | undefined) => (
    <>
      {name}
      {count !== undefined && <span className="text-12 tabular-nums opacity-80">{count}</span>}
    </>
  )
  // a source that has nothing is no choice, unless it was made
  const sources = SOURCES.filter((one) => one === ask.source || (summary?.sources[one] ?? 0) > 0)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <SearchBox
            label="Search my music"
            placeholder="Title, artist, album, label"
            q={ask.q ?? ''}
            onChange={(q) => onChange(withPart(ask, { q }))}
          />
        </div>
        <select
          aria-label="Order"
          value={ask.sort ?? (ask.mood ? '' : 'newest')}
          onChange={({ target }) =>
            onChange(withPart(ask, { sort: SORTS.find((one) => one === target.value) }))
          }
          className={cn(controlStyles, 'w-auto min-w-40 max-sm:flex-1')}
        >
          {ask.mood && <option value="">Best fitting first</option>}
          {SORT_OPTIONS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <ChoiceChips
        label="Fits the mood"
        value={ask.mood}
        options={[
          { value: undefined, label: 'Any mood' },
          ...MOODS.map((mood) => ({ value: mood, label: counted(MOOD_NAMES[mood], summary?.moods[mood]) })),
        ]}
        onChange={(mood) => onChange(withPart(ask, { mood }))}
      />
      {sources.length > 1 && (
        <ChoiceChips
          label="Where it comes from"
          value={ask.source}
          options={[
            { value: undefined, label: 'From anywhere' },
            ...sources.map((one) => ({
              value: one,
              label: counted(SOURCE_NAMES[one], summary?.sources[one]),
            })),
          ]}
          onChange={(source) => onChange(withPart(ask, { source }))}
        />
      )}
    </div>
  )
}
