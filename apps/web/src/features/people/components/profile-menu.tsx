import type { PublicProfile } from '@sharemyshows/contract/people'
import { Ban, Ellipsis, Flag } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { openReport } from '@/lib/reporting'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import { useBlock } from '../api'

type ProfileMenuProps = {
  person: Pick<PublicProfile, 'id' | 'username' | 'display_name'>
  /** Leads away from a page that is not there any more. */
  onBlocked: () => Promise<unknown>
}

/** What can be done about somebody, on their profile. */
export function ProfileMenu({ person, onBlocked }: ProfileMenuProps) {
  const [asking, setAsking] = useState(false)
  const block = useBlock()
  const name = person.display_name ?? person.username
  const failed = (error: unknown) => toast.failed(sayProblem(error))
  const undo = () => block.mutateAsync({ id: person.id, blocked: false }).catch(failed)
  const act = async () => {
    try {
      await block.mutateAsync({ id: person.id, blocked: true })
    } catch (error) {
      failed(error)
      throw error
    }
    toast.done(`${name} is blocked`, { label: 'Undo', onClick: () => void undo() })
    await onBlocked()
  }
  return (
    <>
      <DropdownMenu
        trigger={<IconButton label="More" icon={<Ellipsis />} />}
        items={[
          {
            label: `Report ${name}`,
            icon: <Flag />,
            onSelect: () => openReport({ target: 'person', id: person.id, name }),
          },
          { label: `Block ${name}`, icon: <Ban />, danger: true, onSelect: () => setAsking(true) },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Block ${name}?`}
        description="Neither of you will see anything of the other: no profile, shows, photos or comments. If you are friends or follow each other, that ends. They are not told."
        confirmLabel="Block"
        cancelLabel="Leave it"
        onConfirm={act}
      />
    </>
  )
}
