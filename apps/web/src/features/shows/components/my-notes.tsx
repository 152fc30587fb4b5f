import { type FormEvent, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/text-area'

type MyNotesProps = { notes: string; save: (notes: string) => Promise<unknown> }

/** Notes that are mine alone: read as a text, written in place. */
export function MyNotes({ notes, save }: MyNotesProps) {
  const [editing, setEditing] = useState(false)
  if (editing) return <NotesForm notes={notes} save={save} close={() => setEditing(false)} />
  if (notes === '') {
    return (
      <Button variant="ghost" className="-ml-4 mt-1 text-soft" onClick={() => setEditing(true)}>
        Write a note only you will see
      </Button>
    )
  }
  return (
    <div className="mt-2">
      <p className="wrap-anywhere max-w-prose whitespace-pre-line text-16">{notes}</p>
      <p className="mt-1 flex items-center gap-1 text-12 text-soft">
        Only you see this
        <Button variant="ghost" size="small" className="text-soft" onClick={() => setEditing(true)}>
          Edit the note
        </Button>
      </p>
    </div>
  )
}

function NotesForm({ notes, save, close }: MyNotesProps & { close: () => void }) {
  const [text, setText] = useState(notes)
  const [state, setState] = useState<{ pending?: boolean; error?: string }>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setState({ pending: true })
    try {
      await save(text.trim())
      close()
    } catch (error) {
      setState({ error: sayProblem(error) })
    }
  }
  return (
    <form onSubmit={submit} className="mt-2 flex max-w-prose flex-col gap-3">
      <TextArea
        label="Notes"
        hint="Only you see this."
        autoFocus
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={state.error}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="inverse" pending={state.pending ?? false}>
          Save the note
        </Button>
        <Button variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
