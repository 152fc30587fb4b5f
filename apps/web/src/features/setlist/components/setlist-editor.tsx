import { ClipboardPaste, Copy, ListEnd, ListMusic, Search, Sparkles } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { useSetlistChanges } from '../changes'
import type { Song } from '../model'
import { FIRST, nextSection, type Section } from '../sections'
import { AddSongs } from './add-songs'
import { CopyDialog } from './copy-dialog'
import { FindDialog } from './find-dialog'
import { PasteDialog } from './paste-dialog'
import { SongCount, SongList } from './song-list'

// Readers need nothing of what drags.
const SortableSongs = lazy(() => import('./sortable-songs'))

type SetlistEditorProps = {
  showId: string
  headliner: string
  songs: Song[]
  /** Others elsewhere may be asked what they wrote down. */
  finds: boolean
}
/** What is open over the page; a pasted text comes along. */
type Opened = { paste: string } | 'copy' | 'find'

/** The setlist for those who were there: in order by dragging, and longer by typing, pasting or copying. */
export function SetlistEditor({ showId, headliner, songs, finds }: SetlistEditorProps) {
  const changes = useSetlistChanges(showId)
  const [begun, setBegun] = useState<Section>()
  const [opened, setOpened] = useState<Opened>()
  const last = songs.at(-1) ?? FIRST
  const section = begun ?? { encore: last.encore, set: last.set }
  const list = { songs, headliner, begun }
  const add = (...[song, at]: Parameters<typeof changes.add>) => {
    changes.add(song, at)
    setBegun(undefined)
  }
  const close = () => setOpened(undefined)
  const dialog = { showId, headliner, songs, changes, close }
  return (
    <div className="max-w-2xl">
      <SongCount songs={songs} />
      {songs.length + (begun ? 1 : 0) > 0 ? (
        <Suspense fallback={<SongList {...list} roomy />}>
          <SortableSongs {...list} {...{ changes }} onBreakMoved={() => setBegun(undefined)} />
        </Suspense>
      ) : (
        <EmptyState icon={<ListMusic />} title="What did they play?">
          Write one song and press Enter for the next, paste a whole list, or copy that of another night.
        </EmptyState>
      )}
      <div className="mt-4 flex flex-col gap-3">
        <AddSongs section={section} onAdd={add} onPaste={(paste) => setOpened({ paste })} />
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setOpened({ paste: '' })}>
            <ClipboardPaste aria-hidden />
            Paste a list
          </Button>
          <Button size="small" onClick={() => setOpened('copy')}>
            <Copy aria-hidden />
            Copy a night
          </Button>
          {finds && (
            <Button size="small" onClick={() => setOpened('find')}>
              <Search aria-hidden />
              Find the setlist
            </Button>
          )}
          {!begun && <Beginnings songs={songs} begin={setBegun} />}
        </div>
      </div>
      {opened === 'copy' && <CopyDialog {...dialog} />}
      {opened === 'find' && <FindDialog {...dialog} />}
      {typeof opened === 'object' && (
        <PasteDialog {...dialog} pasted={opened.paste} section={section} onDone={() => setBegun(undefined)} />
      )}
    </div>
  )
}

/** Opens a set or an encore below the last song. */
function Beginnings({ songs, begin }: { songs: readonly Song[]; begin: (section: Section) => void }) {
  const set = nextSection(songs, false)
  const encore = nextSection(songs, true)
  if (songs.length === 0) return null
  return (
    <>
      {set && (
        <Button size="small" variant="ghost" onClick={() => begin(set)}>
          <ListEnd aria-hidden />
          New set
        </Button>
      )}
      {encore && (
        <Button size="small" variant="ghost" onClick={() => begin(encore)}>
          <Sparkles aria-hidden />
          {encore.set === 1 ? 'Encore' : 'Another encore'}
        </Button>
      )}
    </>
  )
}
