import { useForm } from 'react-hook-form'
import { AUDIENCES, type ChosenAudience, sayAudience } from '@/lib/audience'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { SelectField } from '@/ui/select-field'
import { TextArea } from '@/ui/text-area'
import { type Medium, nounOf } from '../model'

type Fields = { caption: string; audience: Medium['audience'] }
/** The audience only when it is another one. */
export type MediumChange = { caption: string | null; audience?: ChosenAudience }

type MediumEditorProps = {
  medium: Medium
  onChange: (change: MediumChange) => Promise<unknown>
  onClose: () => void
}

/** Changes the caption of one's medium and who sees or hears it. */
export function MediumEditor({ medium, onChange, onClose }: MediumEditorProps) {
  const form = useForm<Fields>({
    defaultValues: { caption: medium.caption ?? '', audience: medium.audience },
  })
  const { register, formState } = form
  const submit = form.handleSubmit(async ({ caption, audience }) => {
    try {
      const changed = audience !== medium.audience && { audience: audience as ChosenAudience }
      await onChange({ caption: caption.trim() || null, ...changed })
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Edit the ${nounOf(medium)}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="medium-editor" variant="inverse" pending={formState.isSubmitting}>
            Save
          </Button>
        </>
      }
    >
      <form id="medium-editor" onSubmit={submit} noValidate className="flex flex-col gap-5">
        <TextArea
          label={medium.kind === 'photo' ? 'Caption' : 'Title'}
          maxLength={2000}
          placeholder="The last song"
          error={formState.errors.caption?.message}
          {...register('caption')}
        />
        <SelectField
          label={medium.kind === 'audio' ? 'Who hears it' : 'Who sees it'}
          hint="Never more people than see the show."
          options={audiencesOf(medium)}
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
function audiencesOf({ audience }: Medium): { value: string; label: string }[] {
  return AUDIENCES.some(({ value }) => value === audience)
    ? [...AUDIENCES]
    : [{ value: audience, label: sayAudience(audience) }, ...AUDIENCES]
}
