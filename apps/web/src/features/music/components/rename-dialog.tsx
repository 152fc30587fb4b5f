import type { Track } from '@sharemyshows/contract/music'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { FormDialog } from '@/ui/form-dialog'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { useRenameTrack } from '../api'

const LONGEST = 300

/** Puts right what a track is called. */
export function RenameDialog({ track, onClose }: { track: Track; onClose: () => void }) {
  const rename = useRenameTrack()
  const form = useForm({
    defaultValues: { name: track.name, artist: track.artist ?? '', album: track.album ?? '' },
  })
  const { errors } = form.formState
  const save = form.handleSubmit(async ({ name, artist, album }) => {
    try {
      await rename.mutateAsync({
        id: track.id,
        name: name.trim(),
        artist: artist.trim() || null,
        album: album.trim() || null,
      })
      toast.done('Saved')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  const field = { maxLength: LONGEST, autoComplete: 'off' }
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title="What it is called"
      description="In your music alone; the recording itself keeps its name."
      onSubmit={save}
      submit="Save"
      pending={rename.isPending}
      problem={errors.root?.message}
    >
      <TextField
        label="Title"
        {...field}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || 'A track has a title.' })}
      />
      <TextField
        label="Artist"
        optional
        {...field}
        error={errors.artist?.message}
        {...form.register('artist')}
      />
      <TextField
        label="Album"
        optional
        {...field}
        error={errors.album?.message}
        {...form.register('album')}
      />
    </FormDialog>
  )
}
