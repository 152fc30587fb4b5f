import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { InvitationsList } from '@/features/administration/components/invitations-list'
import { InviteDialog } from '@/features/administration/components/invite-dialog'
import { Button } from '@/ui/button'

/** Links that let one person in. */
export function AdminInvitations() {
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-14 text-soft">Each link lets one person make an account, once.</p>
        <Button variant="inverse" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden />
          Invite
        </Button>
      </div>
      <InvitationsList onInvite={() => setInviting(true)} />
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </>
  )
}
