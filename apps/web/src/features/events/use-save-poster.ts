import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useChangePoster } from './desk-changes'

/** Saves what was chosen of a poster. The event is safe by then, so a poster that fails is only told of. */
export function useSavePoster() {
  const change = useChangePoster()
  return async (id: string, poster: File | null | undefined): Promise<void> => {
    if (poster === undefined) return
    await change.mutateAsync({ id, poster }).catch((error) => {
      toast.failed(`The poster was not saved. ${sayProblem(error)}`)
    })
  }
}
