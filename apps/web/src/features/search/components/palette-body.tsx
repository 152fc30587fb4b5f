import { useQuery } from '@tanstack/react-query'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { History, type LucideIcon, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useRested } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { Spinner } from '@/ui/spinner'
import { foundQuery } from '../api'
import { KIND_NAMES } from '../kinds'
import { marks } from '../marks'
import { groupsOf } from '../model'
import { remember, useRecent } from '../recent'
import { EntryFace } from './entry-face'
import { PaletteGroup, PaletteItem } from './palette-item'
import { SimilarNote } from './similar-note'

/** Something to do or a place to go to, from anywhere. */
export type Action = { label: string; icon: LucideIcon; run: () => void; leaves?: boolean }

type PaletteBodyProps = {
  person: string | null
  actions: readonly Action[]
  /** `leaves` when another page comes. */
  close: (leaves: boolean) => void
}

const EACH = 4
const REST_MS = 150
const LONGEST = 200
const ALL_RESULTS = 'all results'

/** The field and what can be chosen: what was found, what can be done, what was looked for lately. */
export function PaletteBody({ person, actions, close }: PaletteBodyProps) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const navigate = useNavigate()
  const typed = text.trim()
  const { groups, similar, first, searching, error } = usePaletteSearch(typed)
  // What fits best is chosen by itself, also when it arrives late.
  useEffect(() => setChosen(first), [first])
  const go = (to: LinkProps) => {
    remember(person, typed)
    close(true)
    navigate(to)
  }
  return (
    <Command
      shouldFilter={false}
      loop
      label="Search and quick actions"
      value={chosen}
      onValueChange={setChosen}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-line border-b px-5">
        <Search aria-hidden className="size-5 shrink-0 text-soft" />
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={LONGEST}
          placeholder="Search, or do something"
          className="min-h-14 w-full bg-transparent text-16 outline-none placeholder:text-soft"
        />
        {searching && <Spinner className="text-soft" />}
      </div>
      {error !== null && (
        <p role="alert" className="px-5 pt-3 text-14 text-soft">
          {sayProblem(error)}
        </p>
      )}
      {similar && (
        <div className="px-5 pt-3">
          <SimilarNote q={typed} />
        </div>
      )}
      <Command.List className="min-h-0 overflow-y-auto overscroll-contain p-2">
        {typed === '' && <Recent person={person} onChoose={setText} />}
        {groups.map(({ kind, entries }) => (
          <PaletteGroup key={kind} heading={KIND_NAMES[kind]}>
            {entries.map((entry) => (
              <PaletteItem key={entry.key} value={nameOf(entry)} onSelect={() => go(entry.to)}>
                <EntryFace entry={entry} q={similar ? '' : typed} />
              </PaletteItem>
            ))}
          </PaletteGroup>
        ))}
        {typed !== '' && (
          <PaletteGroup heading="Search">
            <PaletteItem value={ALL_RESULTS} onSelect={() => go({ to: '/search', search: { q: typed } })}>
              <Search aria-hidden />
              <span className="truncate">
                {groups.length > 0 || searching ? 'All results for' : 'Nothing found yet for'} “{typed}”
              </span>
            </PaletteItem>
          </PaletteGroup>
        )}
        <Deeds actions={actions.filter(({ label }) => fits(label, typed))} close={close} />
      </Command.List>
    </Command>
  )
}

const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`

/** What is found for a text at rest; `first` names the line to choose. */
function usePaletteSearch(typed: string) {
  const q = useRested(typed, REST_MS)
  const search = useQuery({ ...foundQuery(q, EACH), retry: false })
  const found = typed === '' ? undefined : search.data
  const groups = found ? groupsOf(found) : []
  const best = groups[0]?.entries[0]
  return {
    groups,
    similar: found?.similar ?? false,
    first: best ? nameOf(best) : typed === '' ? '' : ALL_RESULTS,
    searching: typed !== '' && (search.isFetching || q !== typed),
    error: typed === '' ? null : search.error,
  }
}

function Recent({ person, onChoose }: { person: string | null; onChoose: (q: string) => void }) {
  const recent = useRecent(person)
  if (recent.length === 0) return null
  return (
    <PaletteGroup heading="Recent">
      {recent.map((one) => (
        <PaletteItem key={one} value={`recent ${one}`} onSelect={() => onChoose(one)}>
          <History aria-hidden />
          <span className="truncate">{one}</span>
        </PaletteItem>
      ))}
    </PaletteGroup>
  )
}

function Deeds({ actions, close }: Pick<PaletteBodyProps, 'actions' | 'close'>) {
  if (actions.length === 0) return null
  return (
    <PaletteGroup heading="Go and do">
      {actions.map(({ label, icon: Icon, run, leaves = true }) => (
        <PaletteItem
          key={label}
          value={`do ${label}`}
          onSelect={() => {
            close(leaves)
            run()
          }}
        >
          <Icon aria-hidden />
          {label}
        </PaletteItem>
      ))}
    </PaletteGroup>
  )
}

/** Every word that was typed is in the label. */
const fits = (label: string, typed: string) =>
  typed
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => marks(label, word).some(({ marked }) => marked))
