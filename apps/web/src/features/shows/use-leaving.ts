import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { newIdempotencyKey } from '@/lib/idempotency'
import { keys } from '@/lib/keys'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { showQuery } from './api'
import { useAddShow, useRemoveShow } from './changes'
import { chosenAudience, factsOf } from './form-values'
import { type Show, supportOf } from './model'

/** The ways out of a show: at once with an undo where nothing is lost, or after it was deleted. */
export function useLeaving(show: Show) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const remove = useRemoveShow(show.id)
  const add = useAddShow()

  const toDiary = async () => {
    await navigate({ to: '/shows' })
    queryClient.removeQueries({ queryKey: keys.show(show.id) })
  }
  const takeBack = async () => {
    const audience = show.my_attendance?.audience
    const body = {
      ...factsOf(show),
      support: supportOf(show),
      ...(audience && { audience: chosenAudience(audience) }),
    }
    const saved = await add.mutateAsync({ body, key: newIdempotencyKey() })
    await navigate({ to: '/shows/$showId', params: { showId: saved.show.id } })
  }
  const failed = (error: unknown) => toast.failed(sayProblem(error))
  const see = (my_attendance: Show['my_attendance']) =>
    queryClient.setQueryData<Show>(keys.show(show.id), (old) => old && { ...old, my_attendance })
  const leaveAtOnce = async () => {
    see(null)
    await remove.mutateAsync().catch((error) => {
      see(show.my_attendance)
      throw error
    })
    toast.done(`${show.artist_name} is out of your diary`, {
      label: 'Undo',
      onClick: () => void takeBack().catch(failed),
    })
    // Where nobody else holds it, the show has gone with me.
    await queryClient.fetchQuery({ ...showQuery(show.id), staleTime: 0 }).catch(toDiary)
  }
  return { toDiary, leaveAtOnce: () => void leaveAtOnce().catch(failed) }
}
