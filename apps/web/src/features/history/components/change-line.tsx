import type { RevisedChange } from '@sharemyshows/contract/history'
import { Minus, Plus } from 'lucide-react'
import { cn } from '@/lib/cn'
import { type SongLine, sayField, sayValue, songLines } from '../model'

/** What one field said before, struck out, and what it says since, marked; told in words where nothing is seen. */
export function ChangeLine({ change }: { change: RevisedChange }) {
  if (change.field === 'setlist') return <SetlistChange change={change} />
  const before = sayValue(change.field, change.before)
  const after = sayValue(change.field, change.after)
  return (
    <div className="grid gap-x-4 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-14 text-soft">{sayField(change.field)}</dt>
      <dd className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1 text-16">
        {before !== null && <Was>{before}</Was>}
        {after === null ? <span className="text-14 text-soft">Taken out</span> : <Is>{after}</Is>}
      </dd>
    </div>
  )
}

function Was({ children }: { children: string }) {
  return (
    <del className="wrap-anywhere text-soft decoration-1 decoration-danger">
      <span className="sr-only">Before: </span>
      {children}
    </del>
  )
}

function Is({ children }: { children: string }) {
  return (
    <ins className="wrap-anywhere rounded-[6px] bg-success/12 px-1.5 font-medium no-underline ring-1 ring-success/40 ring-inset">
      <span className="sr-only">Since: </span>
      {children}
    </ins>
  )
}

function SetlistChange({ change }: { change: RevisedChange }) {
  return (
    <div className="grid gap-x-4 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-14 text-soft">Setlist</dt>
      <dd className="min-w-0">
        <ol className="flex flex-col">
          {songLines(change).map(({ key, ...line }) => (
            <Song key={key} {...line} />
          ))}
        </ol>
      </dd>
    </div>
  )
}

const MARK = { gone: 'Gone: ', new: 'New: ', stays: '' }

function Song({ song, mark }: Omit<SongLine, 'key'>) {
  const Text = mark === 'gone' ? 'del' : mark === 'new' ? 'ins' : 'span'
  return (
    <li className="grid min-h-8 grid-cols-[1.25rem_2rem_minmax(0,1fr)] items-center text-14">
      <span aria-hidden className={mark === 'gone' ? 'text-danger' : 'text-success'}>
        {mark === 'gone' && <Minus className="size-4" />}
        {mark === 'new' && <Plus className="size-4" />}
      </span>
      <span className="text-soft tabular-nums">{song.song_order}</span>
      <Text
        className={cn(
          'wrap-anywhere',
          mark === 'gone' && 'text-soft decoration-1 decoration-danger',
          mark === 'new' && 'font-medium no-underline',
        )}
      >
        <span className="sr-only">{MARK[mark]}</span>
        {song.song_name}
        {song.encore && <span className="font-normal text-12 text-soft"> (encore)</span>}
      </Text>
    </li>
  )
}
