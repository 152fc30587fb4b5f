import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { catalogFields } from '@/features/catalog/fields'
import { eventQuery } from '@/features/events/api'
import { DeskForm } from '@/features/events/components/desk-form'
import { useChangeEvent } from '@/features/events/desk-changes'
import { changeOf, valuesOf } from '@/features/events/desk-form'
import { type Event, tintOfEvent } from '@/features/events/model'
import { useSavePoster } from '@/features/events/use-save-poster'
import { StageLight } from '@/ui/stage-light'
import { toast } from '@/ui/toast'
import { NotYourDesk } from '../shell/not-your-desk'
import { NO_SHOW } from '../shell/nothing-here'
import { Page } from '../shell/page'
import { Thing } from '../shell/thing'

const route = getRouteApi('/member/organizer/$eventId/edit')

/** Changes an event that I look after. */
export function EditEvent() {
  const query = useQuery({ ...eventQuery(route.useParams().eventId), staleTime: 0 })
  return (
    <Thing query={query} missing={NO_SHOW}>
      {(event) => (event.my_role ? <EditForm key={event.id} found={event} /> : <NotYourDesk event={event} />)}
    </Thing>
  )
}

function EditForm({ found }: { found: Event }) {
  // The form keeps what it began with, so that what others change meanwhile is told from what is typed.
  const [event] = useState(found)
  const [tint, setTint] = useState(tintOfEvent(event))
  const navigate = useNavigate()
  const change = useChangeEvent(event.id)
  const savePoster = useSavePoster()
  return (
    <StageLight tint={tint}>
      <Page title="Edit the event" lead="Whoever answered is told when time or place change." narrow>
        <DeskForm
          event={event}
          initial={valuesOf(event)}
          catalog={catalogFields}
          onTint={setTint}
          onSave={async ({ values, zone, poster }) => {
            const body = changeOf(values, zone, event)
            if (Object.keys(body).length > 0) await change.mutateAsync(body)
            await savePoster(event.id, poster)
            const published = event.visibility === 'private' && body.visibility !== undefined
            toast.done(published ? 'Published' : 'Saved')
            await navigate({ to: '/organizer/$eventId', params: { eventId: event.id }, replace: true })
          }}
        />
      </Page>
    </StageLight>
  )
}
