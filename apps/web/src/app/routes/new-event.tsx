import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { catalogFields } from '@/features/catalog/fields'
import { DeskForm } from '@/features/events/components/desk-form'
import { hueOfEvent } from '@/features/events/components/desk-ticket'
import { useCreateEvent } from '@/features/events/desk-changes'
import { creationOf, emptyValues } from '@/features/events/desk-form'
import { useSavePoster } from '@/features/events/use-save-poster'
import { idempotencyKeys } from '@/lib/idempotency'
import { ErrorState } from '@/ui/error-state'
import { StageLight } from '@/ui/stage-light'
import { toast } from '@/ui/toast'
import { Page } from '../shell/page'

/** Writes an event down, as a draft or for everybody to see, and opens its desk. */
export function NewEvent() {
  const { user } = useSession()
  const navigate = useNavigate()
  const create = useCreateEvent()
  const savePoster = useSavePoster()
  const [tint, setTint] = useState(hueOfEvent(''))
  const [keyFor] = useState(idempotencyKeys)
  if (user?.role === 'attendee') {
    return (
      <ErrorState
        heading="h1"
        title="For organisers"
        message="Whoever puts shows on can plan a night here. Ask for it under Organise."
      />
    )
  }
  return (
    <StageLight tint={tint} className="min-h-[calc(100dvh-4rem)] sm:min-h-dvh">
      <Page title="Plan a night" narrow>
        <DeskForm
          initial={emptyValues()}
          catalog={catalogFields}
          onTint={setTint}
          onSave={async ({ values, zone, poster }) => {
            const body = creationOf(values, zone)
            const { id, visibility } = await create.mutateAsync({ body, key: keyFor(body) })
            await savePoster(id, poster)
            toast.done(visibility === 'private' ? 'Draft saved' : 'Published')
            await navigate({ to: '/organizer/$eventId', params: { eventId: id }, replace: true })
          }}
        />
      </Page>
    </StageLight>
  )
}
