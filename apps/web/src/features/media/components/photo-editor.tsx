import type { Photo } from '@sharemyshows/contract/photos'
import { useForm } from 'react-hook-form'
import { AUDIENCES, type ChosenAudience, sayAudience } from '@/lib/audience'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { SelectField } from '@/ui/select-field'
import { TextArea } from '@/ui/text-area'
import { useChangePhoto } from '../api'

type Fields = { caption: string; audience: Photo['audience'] }

/** Changes the caption of one's photo and who sees it. */
export function PhotoEditor({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const form = useForm<Fields>({
    defaultValues: { caption: photo.caption ?? '', audience: photo.audience },
  })
  const change = useChangePhoto()
  const { register, formState } = form
  const submit = form.handleSubmit(async ({ caption, audience }) => {
    try {
      const changed = audience !== photo.audience && { audience: audience as ChosenAudience }
      await change.mutateAsync({ id: photo.id, caption: caption.trim() || null, ...changed })
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit the photo"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="photo-editor" variant="inverse" pending={formState.isSubmitting}>
            Save
          </Button>
        </>
      }
    >
      <form id="photo-editor" onSubmit={submit} noValidate className="flex flex-col gap-5">
        <TextArea
          label="Caption"
          maxLength={2000}
          placeholder="The last song"
          error={formState.errors.caption?.message}
          {...register('caption')}
        />
        <SelectField
          label="Who sees it"
          hint="Never more people than see the show."
          options={audiencesOf(photo)}
          error={formState.errors.audience?.message}
          {...register('audience')}
        />
        {formState.errors.root && (
          <p role="alert" className="text-14 text-danger">
            {formState.errors.root.message}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** What can be chosen, and what is set now should it be neither. */
function audiencesOf({ audience }: Photo): { value: string; label: string }[] {
  return AUDIENCES.some(({ value }) => value === audience)
    ? [...AUDIENCES]
    : [{ value: audience, label: sayAudience(audience) }, ...AUDIENCES]
}
