import type { Me } from '@sharemyshows/contract/accounts'
import { useState } from 'react'
import { sayDate } from '@/lib/dates'
import { Button } from '@/ui/button'
import { LeaveDialog } from './leave-dialog'
import { WhatGoes } from './what-goes'

/** The end of the account; `onExport` leads to the copies. */
export function LeaveSection({ user, onExport }: { user: Me; onExport: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      {user.leaves_at && (
        <p className="mb-5 font-medium text-14">
          It will be deleted on {sayDate(user.leaves_at.slice(0, 10))}. Until then you can keep it, above.
        </p>
      )}
      <WhatGoes />
      <Button variant="danger" className="mt-6 max-sm:w-full" onClick={() => setAsking(true)}>
        Delete my account
      </Button>
      <LeaveDialog open={asking} onOpenChange={setAsking} username={user.username} onExport={onExport} />
    </>
  )
}
