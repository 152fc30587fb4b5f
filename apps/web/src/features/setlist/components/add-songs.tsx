import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import type { useSetlistChanges } from '../api'
import { songsIn } from '../model'

type AddSongsProps = {
  /** The encore has begun, so what follows belongs to it. */
  encore: boolean
  onAdd: ReturnType<typeof useSetlistChanges>['add']
}

/** One line that adds songs: Enter for each, or many at once by pasting a list. */
export function AddSongs({ encore, onAdd }: AddSongsProps) {
  const [text, setText] = useState('')
  const [added, setAdded] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const add = (typed: string) => {
    const songs = songsIn(typed, encore)
    for (const song of songs) onAdd({ ...song, artist_name: null, notes: null })
    if (songs.length > 0)
      setAdded(songs.length === 1 ? `Added ${songs[0]?.song_name}` : `Added ${songs.length} songs`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add(text)
    setText('')
    form.current?.querySelector('input')?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(pasted.trim())) return
    event.preventDefault()
    add(pasted)
  }
  return (
    <form ref={form} onSubmit={submit} className="mt-4 flex items-end gap-2">
      <TextField
        label="Next song"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        maxLength={300}
        autoComplete="off"
        enterKeyHint="next"
        className="flex-1"
      />
      <Button type="submit" disabled={text.trim() === ''}>
        Add
      </Button>
      <p role="status" className="sr-only">
        {added}
      </p>
    </form>
  )
}
