import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import type { SetlistChanges } from '../changes'
import { readSongs } from '../reading'
import { FIRST, isSame, type Section, whereOf } from '../sections'

type AddSongsProps = {
  /** Where the next song belongs. */
  section: Section
  onAdd: SetlistChanges['add']
  /** Several lines were pasted. */
  onPaste: (text: string) => void
}

/** One line that adds a song with Enter; it understands what the paste dialog understands. */
export function AddSongs({ section, onAdd, onPaste }: AddSongsProps) {
  const [text, setText] = useState('')
  const [added, setAdded] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const songs = readSongs(text, section)
    for (const song of songs) onAdd(song)
    if (songs.length > 0) setAdded(`Added ${songs.map(({ song_name }) => song_name).join(', ')}`)
    setText('')
    form.current?.querySelector('input')?.focus()
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(pasted.trim())) return
    event.preventDefault()
    onPaste(pasted)
  }
  return (
    <form ref={form} onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label={isSame(section, FIRST) ? 'Next song' : `Next song, ${whereOf(section)}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        maxLength={600}
        autoComplete="off"
        enterKeyHint="next"
        className="min-w-0 flex-1"
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
