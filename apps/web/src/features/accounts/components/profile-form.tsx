import type { Me } from '@sharemyshows/contract/accounts'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { type ProfileChange, useChangeMe } from '../api'
import { HomeCityField } from './home-city-field'
import type { ProfileFields } from './profile-fields'
import { TimeZoneField } from './time-zone-field'

/** What others see of a person, and where she is at home. */
export function ProfileForm({ user }: { user: Me }) {
  const form = useForm<ProfileFields>({ defaultValues: fieldsOf(user) })
  const change = useChangeMe()
  const { register, formState, reset } = form
  const { errors, isDirty, isSubmitting } = formState
  const submit = form.handleSubmit(async (fields) => {
    try {
      reset(fieldsOf(await change.mutateAsync(changeOf(fields))))
      toast.done('Profile saved')
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        label="Name"
        hint={`Shown instead of ${user.username}`}
        autoComplete="name"
        maxLength={80}
        error={errors.display_name?.message}
        {...register('display_name')}
      />
      <TextArea label="About you" maxLength={2000} error={errors.bio?.message} {...register('bio')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <HomeCityField form={form} />
        <TimeZoneField form={form} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="inverse" pending={isSubmitting} disabled={!isDirty}>
          Save the profile
        </Button>
        <FormError message={errors.root?.message} />
      </div>
    </form>
  )
}

function fieldsOf(user: Me): ProfileFields {
  const { display_name, home_city, time_zone, bio } = user
  return {
    display_name: display_name ?? '',
    home_city: home_city ?? '',
    time_zone: time_zone ?? '',
    bio: bio ?? '',
  }
}

// An emptied field is taken back, not kept as an empty text.
function changeOf(fields: ProfileFields): ProfileChange {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim() || null]))
}
