import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useController, useForm, useWatch } from 'react-hook-form'
import type { CatalogFields } from '@/features/catalog/model'
import { Button } from '@/ui/button'
import { LeaveGuard } from '@/ui/leave-guard'
import { TextField } from '@/ui/text-field'
import { placeQuery } from '../desk'
import { type EventFormValues, showEventProblem } from '../desk-form'
import type { Event } from '../model'
import { useWhereabouts } from '../use-whereabouts'
import { DeskAbout } from './desk-about'
import { DeskBill } from './desk-bill'
import { DeskPoster, type PosterChoice } from './desk-poster'
import { DeskTicket } from './desk-ticket'
import { DeskVisibility } from './desk-visibility'
import { DeskWhen } from './desk-when'
import { DeskWhere } from './desk-where'

/** Saved as it is to be seen: `private` is a draft. `zone` is the one of the place. */
export type Saving = { values: EventFormValues; zone: string; poster: PosterChoice }

type DeskFormProps = {
  initial: EventFormValues
  catalog: CatalogFields
  /** What is being edited, if it is there already. */
  event?: Event
  /** Is told the hue of the event being typed. */
  onTint: (hue: number) => void
  /** Saves and goes on. */
  onSave: (saving: Saving) => Promise<unknown>
}

/** One form for everything that is said of an event. What is not out yet is saved as a draft, or published. */
export function DeskForm({ initial, catalog, event, onTint, onSave }: DeskFormProps) {
  const draft = event === undefined || event.visibility === 'private'
  const form = useForm<EventFormValues>({
    defaultValues: draft ? { ...initial, visibility: 'public' } : initial,
  })
  const [poster, setPoster] = useState<PosterChoice>()
  const [saving, setSaving] = useState<'draft' | 'published'>()
  const queryClient = useQueryClient()
  const { errors, isDirty } = form.formState
  const title = form.register('title', {
    validate: (typed) => typed.trim() !== '' || 'What is it called?',
  })
  const save = (as: 'draft' | 'published') =>
    form.handleSubmit(async (values) => {
      const pin = values.location
      if (saving || pin === null) return
      setSaving(as)
      try {
        const { time_zone } = await queryClient.fetchQuery(placeQuery(pin))
        const visibility = as === 'draft' ? 'private' : values.visibility
        await onSave({ values: { ...values, visibility }, zone: time_zone, poster })
      } catch (error) {
        setSaving(undefined)
        showEventProblem(form, error)
      }
    })
  return (
    <form onSubmit={save(draft ? 'draft' : 'published')} noValidate className="flex flex-col gap-10">
      <DeskTicket form={form} onTint={onTint} />
      <Part title="What">
        <TextField label="Title" required maxLength={300} error={errors.title?.message} {...title} />
        <Bill form={form} catalog={catalog} />
        <DeskAbout form={form} />
        <DeskPoster now={event?.poster ?? null} choice={poster} onChoose={setPoster} />
      </Part>
      <Part title="Where">
        <DeskWhere form={form} catalog={catalog} />
      </Part>
      <Part title="When">
        <When form={form} />
      </Part>
      <Part title="Who">
        <DeskVisibility form={form} published={!draft} />
      </Part>
      <div className="flex flex-col gap-3">
        <p role="alert" className="text-14 text-danger empty:hidden">
          {errors.root?.message}
        </p>
        <div className="flex flex-col gap-2 sm:flex-row">
          {draft && (
            <Button
              variant="inverse"
              size="large"
              pending={saving === 'published'}
              onClick={() => void save('published')()}
            >
              Publish
            </Button>
          )}
          <Button
            type="submit"
            variant={draft ? 'secondary' : 'inverse'}
            size="large"
            pending={saving === (draft ? 'draft' : 'published')}
          >
            {draft ? 'Save as a draft' : 'Save the changes'}
          </Button>
        </div>
      </div>
      <LeaveGuard active={(isDirty || poster !== undefined) && saving === undefined} />
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-5">
      <h2 className="border-line border-b pb-2 text-20">{title}</h2>
      {children}
    </section>
  )
}

type InForm = { form: ReturnType<typeof useForm<EventFormValues>> }

function Bill({ form, catalog }: InForm & { catalog: CatalogFields }) {
  const { field, fieldState } = useController({ control: form.control, name: 'artists' })
  return (
    <DeskBill
      ref={field.ref}
      artists={field.value}
      onChange={field.onChange}
      ArtistField={catalog.ArtistField}
      error={fieldState.error?.message}
    />
  )
}

function When({ form }: InForm) {
  const pin = useWatch({ control: form.control, name: 'location' })
  return <DeskWhen form={form} zone={useWhereabouts(pin)?.time_zone} />
}
