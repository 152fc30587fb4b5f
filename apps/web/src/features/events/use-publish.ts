import type { EventVisibility } from '@sharemyshows/contract/events'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useChangeEvent } from './desk-changes'
import type { Event } from './model'

const DONE: Record<EventVisibility, string> = {
  public: 'Published: everyone can find it now',
  friends: 'Published: your friends can find it now',
  private: 'A draft again',
}

/** Publishes an event, or takes it back; either can be undone at once. */
export function usePublish(event: Pick<Event, 'id' | 'visibility'>) {
  const change = useChangeEvent(event.id)
  const set = async (visibility: EventVisibility, before?: EventVisibility): Promise<void> => {
    try {
      await change.mutateAsync({ visibility })
      toast.done(DONE[visibility], before && { label: 'Undo', onClick: () => void set(before) })
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (visibility: EventVisibility) => set(visibility, event.visibility)
}
