import type { Playlist } from '@sharemyshows/contract/playlists'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { idempotencyKeys } from '@/lib/idempotency'
import { FormDialog } from '@/ui/form-dialog'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { useChangePlaylist, useMakePlaylist } from '../api'

const LONGEST_NAME = 120
const LONGEST_DESCRIPTION = 1000

type Words = { name: string; description: string }
type WordsDialogProps = {
  title: string
  submit: string
  words: Words
  save: (words: Words) => Promise<unknown>
  onClose: () => void
}

/** What a playlist is called, and what it is for. */
function WordsDialog({ title, submit, words, save, onClose }: WordsDialogProps) {
  const form = useForm({ defaultValues: words })
  const { errors, isSubmitting } = form.formState
  const onSubmit = form.handleSubmit(async ({ name, description }) => {
    try {
      await save({ name: name.trim(), description: description.trim() })
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title={title}
      onSubmit={onSubmit}
      submit={submit}
      pending={isSubmitting}
      problem={errors.root?.message}
    >
      <TextField
        label="Name"
        maxLength={LONGEST_NAME}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || 'Give it a name.' })}
      />
      <TextArea
        label="What it is for"
        optional
        rows={2}
        maxLength={LONGEST_DESCRIPTION}
        error={errors.description?.message}
        {...form.register('description')}
      />
    </FormDialog>
  )
}

type NewPlaylistProps = {
  /** What is in it from the beginning. */
  trackIds?: string[]
  onClose: () => void
  onMade: (playlist: Playlist) => void
}

/** Makes a playlist by hand. */
export function NewPlaylistDialog({ trackIds, onClose, onMade }: NewPlaylistProps) {
  const make = useMakePlaylist()
  const [keyOf] = useState(idempotencyKeys)
  const save = async (words: Words) => {
    const draft = { ...words, ...(trackIds && { track_ids: trackIds }) }
    onMade(await make.mutateAsync({ draft, key: keyOf(draft) }))
  }
  return (
    <WordsDialog
      title="New playlist"
      submit="Make it"
      words={{ name: '', description: '' }}
      save={save}
      onClose={onClose}
    />
  )
}

/** Changes what a playlist is called. */
export function RenamePlaylistDialog({ playlist, onClose }: { playlist: Playlist; onClose: () => void }) {
  const { mutateAsync } = useChangePlaylist(playlist.id)
  const { name, description } = playlist
  const save = async (words: Words) => {
    await mutateAsync(words)
    onClose()
  }
  return (
    <WordsDialog title="Rename" submit="Save" words={{ name, description }} save={save} onClose={onClose} />
  )
}
