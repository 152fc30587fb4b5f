import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogFields } from '@/features/catalog/fields'
import { useShow } from '@/features/shows/api'
import { useChangeShow } from '@/features/shows/changes'
import { hueOf } from '@/features/shows/components/form-ticket'
import { ShowForm } from '@/features/shows/components/show-form'
import { changeOf, type ShowFormValues, valuesOf } from '@/features/shows/form-values'
import type { Show } from '@/features/shows/model'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { StageLight } from '@/ui/stage-light'
import { toast } from '@/ui/toast'
import { NO_SHOW, NothingHere } from '../shell/nothing-here'
import { Page } from '../shell/page'
import { PageSkeleton } from '../shell/page-skeleton'

const route = getRouteApi('/member/shows/edit/$showId')

const OF_A_SHOW = 'Who, where and when change for everyone who was there; rating and notes are yours.'
const OF_AN_EVENT = 'Who, where and when are for those who put it on to change; rating and notes are yours.'

/** Changes a show that is in my diary. */
export function EditShow() {
  const { showId } = route.useParams()
  const { data: show, error, refetch, isPlaceholderData } = useShow(showId)
  if (error instanceof ApiProblem && error.status === 404) return <NothingHere {...NO_SHOW} />
  if (error && !show) return <ErrorState heading="h1" message={sayProblem(error)} onRetry={refetch} />
  // The form keeps what it begins with, so it begins with what the server says.
  if (!show || isPlaceholderData) return <PageSkeleton />
  if (show.my_attendance === null) return <NotMine />
  return <EditForm show={show} />
}

function EditForm({ show }: { show: Show }) {
  const navigate = useNavigate()
  const [tint, setTint] = useState(hueOf(show.artist_name))
  const change = useChangeShow(show.id)
  const save = async (values: ShowFormValues, touched: Partial<Record<keyof ShowFormValues, unknown>>) => {
    if (Object.keys(touched).length > 0) {
      await change.mutateAsync(changeOf(values, touched))
      toast.done('Show saved')
    }
    await navigate({ to: '/shows/$showId', params: { showId: show.id }, replace: true })
  }
  return (
    <StageLight tint={tint}>
      <Page title="Edit the show" lead={show.event ? OF_AN_EVENT : OF_A_SHOW} narrow>
        <ShowForm
          initial={valuesOf(show)}
          catalog={catalogFields}
          submitLabel="Save the changes"
          unfolded
          onTint={setTint}
          onSubmit={save}
        />
      </Page>
    </StageLight>
  )
}

function NotMine() {
  return (
    <ErrorState
      heading="h1"
      title="You were not there"
      message="Only people who have this show in their diary can change it."
    />
  )
}
