import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { History, type LucideIcon, Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import { useRested } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { Spinner } from '@/ui/spinner'
import '@/ui/overlay.css'
import { foundQuery } from '../api'
import { KIND_NAMES } from '../kinds'
import { marks } from '../marks'
import { type Entry, groupsOf } from '../model'
import { remember, useRecent } from '../recent'
import { EntryFace } from './entry-face'

/** Something to do or a place to go to, from anywhere. */
export type Action = { label: string; icon: LucideIcon; run: () => void; leaves?: boolean }

type PaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  person: string | null
  actions: readonly Action[]
}

const EACH = 4
const REST_MS = 150
const ITEM =
  'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 text-16 data-[selected=true]:bg-ink/10 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-soft'
const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-soft'

/** Search and deeds in a window over any page, by keyboard alone if one likes. */
export function Palette({ open, onOpenChange, person, actions }: PaletteProps) {
  // The page one goes to takes the focus; otherwise it returns to where it was.
  const leaving = useRef(false)
  const close = (leaves: boolean) => {
    leaving.current = leaves
    onOpenChange(false)
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            leaving.current = false
          }}
          onCloseAutoFocus={(event) => leaving.current && event.preventDefault()}
          className="overlay-panel fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh flex-col overflow-hidden bg-surface shadow-float ring-1 ring-line sm:top-[12vh] sm:max-h-[70vh] sm:w-[min(40rem,calc(100vw-2rem))] sm:rounded-card"
        >
          <Dialog.Title className="sr-only">Search and quick actions</Dialog.Title>
          <PaletteBody person={person} actions={actions} close={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type BodyProps = Pick<PaletteProps, 'person' | 'actions'> & { close: (leaves: boolean) => void }

function PaletteBody({ person, actions, close }: BodyProps) {
  const [text, setText] = useState('')
  const navigate = useNavigate()
  const recent = useRecent(person)
  const typed = text.trim()
  const q = useRested(typed, REST_MS)
  const search = useQuery({ ...foundQuery(q, EACH), placeholderData: keepPreviousData, retry: false })
  const found = typed === '' ? undefined : search.data
  const groups = found ? groupsOf(found) : []
  const go = (to: LinkProps) => {
    if (typed !== '') remember(person, typed)
    close(true)
    navigate(to)
  }
  const fitting = actions.filter(({ label }) => typed === '' || fits(label, typed))
  return (
    <Command shouldFilter={false} loop label="Search and quick actions" className="flex min-h-0 flex-col">
      <div className="flex items-center gap-3 border-line border-b px-5">
        <Search aria-hidden className="size-5 shrink-0 text-soft" />
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={200}
          placeholder="Search, or do something"
          className="min-h-14 w-full bg-transparent text-16 outline-none placeholder:text-soft"
        />
        {search.isFetching && <Spinner className="text-soft" />}
        <kbd className="rounded-[6px] px-1.5 font-text text-12 text-soft ring-1 ring-line max-sm:hidden">
          Esc
        </kbd>
      </div>
      <Command.List className="min-h-0 overflow-y-auto overscroll-contain p-2">
        {typed === '' && recent.length > 0 && (
          <Command.Group heading="Recent" className={GROUP}>
            {recent.map((one) => (
              <Command.Item key={one} value={`recent ${one}`} onSelect={() => setText(one)} className={ITEM}>
                <History aria-hidden />
                <span className="truncate">{one}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {search.error && typed !== '' && (
          <p role="alert" className="px-3 py-2 text-14 text-soft">
            {sayProblem(search.error)}
          </p>
        )}
        {groups.map(({ kind, entries }) => (
          <Command.Group key={kind} heading={KIND_NAMES[kind]} className={GROUP}>
            {entries.map((entry) => (
              <FoundItem
                key={entry.key}
                entry={entry}
                q={found?.similar ? '' : typed}
                onSelect={() => go(entry.to)}
              />
            ))}
          </Command.Group>
        ))}
        {typed !== '' && (
          <Command.Group heading="Search" className={GROUP}>
            <Command.Item
              value="all results"
              onSelect={() => go({ to: '/search', search: { q: typed } })}
              className={ITEM}
            >
              <Search aria-hidden />
              <span className="truncate">
                {groups.length > 0 || search.isFetching
                  ? 'All results for'
                  : 'Nothing found. Search page for'}{' '}
                “{typed}”
              </span>
            </Command.Item>
          </Command.Group>
        )}
        {fitting.length > 0 && (
          <Command.Group heading="Go and do" className={GROUP}>
            {fitting.map(({ label, icon: Icon, run, leaves = true }) => (
              <Command.Item
                key={label}
                value={`action ${label}`}
                onSelect={() => {
                  close(leaves)
                  run()
                }}
                className={ITEM}
              >
                <Icon aria-hidden />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}

function FoundItem({ entry, q, onSelect }: { entry: Entry; q: string; onSelect: () => void }) {
  return (
    <Command.Item value={`${entry.kind} ${entry.key}`} onSelect={onSelect} className={ITEM}>
      <EntryFace entry={entry} q={q} />
    </Command.Item>
  )
}

/** Every word that was typed is in the label. */
const fits = (label: string, typed: string) =>
  typed.split(/\s+/).every((word) => marks(label, word).some(({ marked }) => marked))
