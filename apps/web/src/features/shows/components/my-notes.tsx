import { type FormEvent, useEffect, useRef, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'

type MyNotesProps = { notes: string; save: (notes: string) => Promise<unknown> }
/** What is being written, and why it could not be saved. */
type Draft = { text: string; error?: string }

/** Notes that are mine alone: read as a text, written in place. */
export function MyNotes({ notes, save }: MyNotesProps) {
  const [draft, setDraft] = useState<Draft>()
  const onScreen = useOnScreen()
  const keep = (text: string) => {
    setDraft(undefined)
    if (text === notes) return
    save(text).catch((error) => {
      // What was written comes back to be sent again, wherever one is by now.
      if (onScreen.current) setDraft({ text, error: sayProblem(error) })
      else toast.failed(sayProblem(error), { label: 'Try again', onClick: () => keep(text) })
    })
  }
  if (draft) return <NotesForm draft={draft} keep={keep} close={() => setDraft(undefined)} />
  if (notes === '') {
    return (
      <Button variant="ghost" className="-ml-4 mt-1 text-soft" onClick={() => setDraft({ text: '' })}>
        Write a note only you will see
      </Button>
    )
  }
  return (
    <div className="mt-2">
      <p className="wrap-anywhere max-w-prose whitespace-pre-line text-16">{notes}</p>
      <p className="mt-1 flex items-center gap-1 text-12 text-soft">
        Only you see this
        <Button variant="ghost" size="small" className="text-soft" onClick={() => setDraft({ text: notes })}>
          Edit the note
        </Button>
      </p>
    </div>
  )
}

type NotesFormProps = { draft: Draft; keep: (text: string) => void; close: () => void }

function NotesForm({ draft, keep, close }: NotesFormProps) {
  const [text, setText] = useState(draft.text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep(text.trim())
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
        error={draft.error}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="inverse">
          Save the note
        </Button>
        <Button variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function useOnScreen() {
  const onScreen = useRef(false)
  useEffect(() => {
    onScreen.current = true
    return () => {
      onScreen.current = false
    }
  }, [])
  return onScreen
}
