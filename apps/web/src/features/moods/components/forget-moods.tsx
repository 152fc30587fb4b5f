import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useForgetMoods } from '../history-api'

/** Forgets all moods, once that was asked again. */
export function ForgetMoods() {
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useForgetMoods()
  const forget = async () => {
    try {
      await mutateAsync(undefined)
      toast.done('Your moods are forgotten')
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  return (
    <>
      <Button variant="ghost" className="text-danger" onClick={() => setAsking(true)}>
        Forget all my moods
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Forget all your moods?"
        description="All of them go, not only those of this time, and so does what was learned from your corrections. What you played and your playlists stay."
        confirmLabel="Forget all"
        onConfirm={forget}
      />
    </>
  )
}
