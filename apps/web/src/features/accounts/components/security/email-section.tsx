import type { Me } from '@sharemyshows/contract/accounts'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { resendVerification, useKeepEmail } from '../../credentials-api'
import { ResendButton } from '../resend-button'
import { SettingsSection } from '../settings-section'
import { ChangeEmail } from './change-email'
import { SettingRow } from './setting-row'

/** The address of the account, whether it is confirmed, and a change of it that waits. */
export function EmailSection({ user }: { user: Me }) {
  const [changing, setChanging] = useState(false)
  return (
    <SettingsSection title="E-mail" lead="Where links and codes are sent. Nobody else sees it.">
      <SettingRow
        className="-mt-3"
        title={
          <>
            <span className="wrap-anywhere">{user.email}</span>
            {user.mail_state === 'refused' ? (
              <Badge tone="danger">Refuses mail</Badge>
            ) : user.email_verified ? (
              <Badge tone="success">Confirmed</Badge>
            ) : (
              <Badge tone="warning">Not confirmed</Badge>
            )}
          </>
        }
        action={
          <Button aria-label="Change the e-mail address" onClick={() => setChanging(true)}>
            Change
          </Button>
        }
      />
      {user.mail_state === 'refused' && !user.pending_email && (
        <Waiting words="The mail server of this address takes no mail for it, so we send none, codes and links included. Change the address, or try it once more." />
      )}
      {user.pending_email ? (
        <Pending key={user.pending_email} email={user.email} pending={user.pending_email} />
      ) : (
        !user.email_verified &&
        user.mail_state === 'ok' && (
          <Waiting words="Open the link in the mail that we sent, and the address is confirmed." />
        )
      )}
      <ChangeEmail open={changing} onOpenChange={setChanging} />
    </SettingsSection>
  )
}

function Pending({ email, pending }: { email: string; pending: string }) {
  const keep = useKeepEmail()
  const giveUp = () =>
    keep.mutate(undefined, {
      onSuccess: () => toast.done(`Your address stays ${email}`),
      onError: (error) => toast.failed(sayProblem(error)),
    })
  return (
    <Waiting
      words={
        <>
          <strong className="wrap-anywhere font-medium text-ink">{pending}</strong> becomes your address as
          soon as you open the link that we mailed there.
        </>
      }
    >
      <Button variant="ghost" size="small" pending={keep.isPending} onClick={giveUp}>
        Keep the old address
      </Button>
    </Waiting>
  )
}

/** Something that a mailed link settles. */
function Waiting({ words, children }: { words: React.ReactNode; children?: React.ReactNode }) {
  return (
    <div className="mt-2 rounded-control bg-surface px-4 pt-3 pb-2 ring-1 ring-line ring-inset">
      <p className="text-14 text-soft">{words}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-2">
        <ResendButton
          label="Send the link again"
          wait={0}
          done="The link is on its way again"
          send={resendVerification}
        />
        {children}
      </div>
    </div>
  )
}
