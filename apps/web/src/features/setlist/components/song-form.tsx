import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import type { SongText } from '../api'
import type { Song } from '../model'

type SongFormProps = {
  song: Song
  headliner: string
  save: (text: SongText) => void
  close: () => void
}

/** A song being edited in its place. Escape leaves it as it was. */
export function SongForm({ song, headliner, save, close }: SongFormProps) {
  const [name, setName] = useState(song.song_name)
  const [artist, setArtist] = useState(song.artist_name === headliner ? '' : song.artist_name)
  const [notes, setNotes] = useState(song.notes ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    save({ song_name: name.trim(), artist_name: artist.trim() || null, notes: notes.trim() || null })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="my-2 flex flex-col gap-3 rounded-card bg-surface p-4 light:ring-1 light:ring-line"
    >
      <TextField
        label="Song"
        autoFocus
        required
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Played by"
          optional
          placeholder={headliner}
          maxLength={300}
          value={artist}
          onChange={(event) => setArtist(event.target.value)}
        />
        <TextField
          label="Note"
          optional
          placeholder="Cover, guest, acoustic"
          maxLength={2000}
          value={notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="inverse" disabled={name.trim() === ''}>
          Save the song
        </Button>
        <Button variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
