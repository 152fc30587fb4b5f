import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '@/ui/button'
import { CheckField } from '@/ui/check-field'
import { TextField } from '@/ui/text-field'
import { playedBy, type Song, type SongText } from '../model'

type SongFormProps = {
  song: Song
  headliner: string
  save: (text: SongText) => void
  close: () => void
}

type Words = 'song_name' | 'cover_of' | 'guest' | 'artist_name' | 'notes'

/** A song being edited in its place. Escape leaves it as it was. */
export function SongForm({ song, headliner, save, close }: SongFormProps) {
  const [text, setText] = useState<Record<Words, string>>({
    song_name: song.song_name,
    cover_of: song.cover_of ?? '',
    guest: song.guest ?? '',
    artist_name: playedBy(song, headliner) ?? '',
    notes: song.notes ?? '',
  })
  const [tape, setTape] = useState(song.tape)
  const name = text.song_name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name === '') return
    const said = (word: Words) => text[word].trim() || null
    save({
      song_name: name,
      cover_of: said('cover_of'),
      guest: said('guest'),
      artist_name: said('artist_name'),
      notes: said('notes'),
      tape,
    })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  const field = (word: Words) => ({
    value: text[word],
    onChange: (event: { target: { value: string } }) => setText({ ...text, [word]: event.target.value }),
    maxLength: word === 'notes' ? 2000 : 300,
    autoComplete: 'off',
  })
  return (
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="my-2 flex flex-col gap-3 rounded-card bg-surface p-4 light:ring-1 light:ring-line"
    >
      <TextField label="Song" autoFocus required {...field('song_name')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Cover of" optional placeholder="Who played it first" {...field('cover_of')} />
        <TextField label="With" optional placeholder="Who joined in" {...field('guest')} />
        <TextField label="Played by" optional placeholder={headliner} {...field('artist_name')} />
        <TextField label="Note" optional placeholder="Acoustic, first time since 2010" {...field('notes')} />
      </div>
      <CheckField
        label="Played from tape"
        checked={tape}
        onChange={(event) => setTape(event.target.checked)}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="inverse" disabled={name === ''}>
          Save the song
        </Button>
        <Button variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
