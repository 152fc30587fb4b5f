import type { Mood } from '@sharemyshows/contract/moods'
import type { Playlist } from '@sharemyshows/contract/playlists'
import { type FormEvent, useState } from 'react'
import { idempotencyKeys } from '@/lib/idempotency'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { sayProblem } from '@/lib/problem'
import { ChoiceChips } from '@/ui/choice-chips'
import { FormDialog } from '@/ui/form-dialog'
import { SelectField } from '@/ui/select-field'
import { TextField } from '@/ui/text-field'
import { useMakePlaylist } from '../api'

const SPANS = [
  { value: '7', label: 'The last week' },
  { value: '30', label: 'The last 30 days' },
  { value: '90', label: 'The last 90 days' },
  { value: '365', label: 'The last year' },
  { value: '3660', label: 'Ever' },
]
const LONGEST_NAME = 120
const MOST_SONGS = 50
const nameFor = (mood: Mood) => `${MOOD_NAMES[mood]} songs`

type MoodPlaylistDialogProps = {
  mood?: Mood | undefined
  days?: number
  onClose: () => void
  onMade: (playlist: Playlist) => void
}

/** Makes a playlist of what was played in a mood, the most played first. */
export function MoodPlaylistDialog({
  mood: first = 'happy',
  days = 30,
  onClose,
  onMade,
}: MoodPlaylistDialogProps) {
  const [mood, setMood] = useState<Mood>(first)
  const [span, setSpan] = useState(String(days))
  const [name, setName] = useState<string>()
  const [keyOf] = useState(idempotencyKeys)
  const make = useMakePlaylist()
  const called = (name ?? nameFor(mood)).trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const draft = { name: called, from: { mood, days: Number(span), limit: MOST_SONGS } }
    make.mutate({ draft, key: keyOf(draft) }, { onSuccess: onMade })
  }
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title="A playlist out of a mood"
      description="What you heard for half a minute or to its end in that mood, the most played first."
      onSubmit={submit}
      submit="Make it"
      pending={make.isPending}
      disabled={called === ''}
      problem={make.error ? sayProblem(make.error) : undefined}
    >
      <ChoiceChips
        label="Mood"
        wrap
        value={mood}
        options={MOODS.map((value) => ({ value, label: MOOD_NAMES[value] }))}
        onChange={(next) => setMood(next ?? mood)}
      />
      <SelectField
        label="Played within"
        options={SPANS}
        value={span}
        onChange={({ target }) => setSpan(target.value)}
      />
      <TextField
        label="Name"
        maxLength={LONGEST_NAME}
        autoComplete="off"
        value={name ?? nameFor(mood)}
        onChange={({ target }) => setName(target.value)}
      />
    </FormDialog>
  )
}
