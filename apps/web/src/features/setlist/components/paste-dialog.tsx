import { useMemo, useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/text-area'
import { usePaste } from '../bulk'
import { sayFailure } from '../changes'
import type { SetlistDialogProps } from '../dialogs'
import { type NewSong, sayCount } from '../model'
import { readSongs } from '../reading'
import { FIRST, type Section } from '../sections'
import { useUndo } from '../use-undo'
import { type Mode, ModeChoice } from './mode-choice'
import { PastePreview } from './paste-preview'

/** One request adds as many. */
const MOST_AT_ONCE = 200

type PasteDialogProps = SetlistDialogProps & {
  pasted: string
  /** Where the first song belongs unless the text says so. */
  section: Section
  onDone: () => void
}

/** Takes a whole list as text and shows what it understood before it is added. */
export function PasteDialog(props: PasteDialogProps) {
  const { showId, headliner, songs, changes, close, pasted, section, onDone } = props
  const [text, setText] = useState(pasted)
  const [mode, setMode] = useState<Mode>('append')
  const { mutateAsync, isPending, error } = usePaste(showId)
  const offerUndo = useUndo(showId, headliner, changes)
  const read = useMemo(() => readSongs(text, mode === 'replace' ? FIRST : section), [text, mode, section])
  const taken: NewSong[] = read.slice(0, MOST_AT_ONCE)
  const count = taken.length === 1 ? '1 song' : `${taken.length} songs`
  const save = async () => {
    const instead = mode === 'replace' ? { instead_of: songs.map(({ id }) => id) } : {}
    await mutateAsync({ songs: taken, ...instead })
    onDone()
    close()
    offerUndo(mode === 'replace' ? `The list is new, with ${count}` : `Added ${count}`, songs)
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Paste a list"
      description="One song a line. Headings such as “Encore:”, and brackets such as “(Neil Young cover)” or “(with a guest)”, are understood."
      className="sm:w-[min(52rem,calc(100vw-2rem))]"
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button
            variant="primary"
            pending={isPending}
            disabled={taken.length === 0}
            onClick={() => void save().catch(() => undefined)}
          >
            {taken.length === 0 ? 'Add' : `${mode === 'replace' ? 'Replace with' : 'Add'} ${count}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <div className="flex flex-col gap-4">
          <TextArea
            label="The list"
            rows={8}
            className="min-w-0"
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={error ? sayFailure(error) : undefined}
          />
          {songs.length > 0 && <ModeChoice value={mode} onChange={setMode} />}
        </div>
        <div className="min-w-0">
          <p className="font-medium text-14" role="status">
            {read.length === 0 ? 'What is understood' : sayCount(taken)}
            {read.length > MOST_AT_ONCE && `; the other ${read.length - MOST_AT_ONCE} need a second go`}
          </p>
          <PastePreview songs={taken} headliner={headliner} />
        </div>
      </div>
    </Dialog>
  )
}
