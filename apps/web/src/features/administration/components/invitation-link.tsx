import type { NewInvitation } from '@sharemyshows/contract/invitations'
import { sayDate } from '@/lib/dates'
import { CopyButton } from '@/ui/copy-button'

/** The link of an invitation that was just made, to be handed on. */
export function InvitationLink({ invitation }: { invitation: NewInvitation }) {
  const { url, email, expires_at } = invitation
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14 text-soft">
        {email ? `It is on its way to ${email}. ` : ''}
        This is the one time the link can be seen. It works once, until {sayDate(expires_at.slice(0, 10))}.
      </p>
      <p className="wrap-anywhere select-all rounded-control bg-raised p-3 font-mono text-14">{url}</p>
      <CopyButton text={url} done="Link copied" className="self-start">
        Copy the link
      </CopyButton>
    </div>
  )
}
