import { CircleSlash, Copy, Ellipsis, EyeOff, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { ShareButton } from '@/ui/share-button'
import { toast } from '@/ui/toast'
import { useReinstateEvent } from '../desk-changes'
import type { Event } from '../model'
import { usePublish } from '../use-publish'
import { CancelDialog } from './desk-cancel-dialog'
import { DeleteDialog } from './desk-delete-dialog'
import { DuplicateDialog } from './desk-duplicate-dialog'

type DeskMenuProps = {
  event: Event
  /** Whether I may plan events of my own. */
  organises: boolean
  onMade: (id: string) => unknown
  onDeleted: () => unknown
}

type Asking = 'cancel' | 'duplicate' | 'delete'

/** What else can be done with an event; nothing here happens without another question, or a way back. */
export function DeskMenu({ event, organises, onMade, onDeleted }: DeskMenuProps) {
  const [asking, setAsking] = useState<Asking>()
  const reinstate = useReinstateEvent(event.id)
  const publish = usePublish(event)
  const cancelled = event.status === 'cancelled'
  const bringBack = async () => {
    try {
      await reinstate.mutateAsync(undefined)
      toast.done('It takes place after all')
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  const ask = (what: Asking) => ({
    open: asking === what,
    onOpenChange: (open: boolean) => setAsking(open ? what : undefined),
  })
  const items: (MenuItem | false)[] = [
    organises && { label: 'Repeat on another day', icon: <Copy />, onSelect: () => setAsking('duplicate') },
    event.visibility !== 'private' && {
      label: 'Take back to a draft',
      icon: <EyeOff />,
      onSelect: () => void publish('private'),
    },
    cancelled
      ? { label: 'It takes place after all', icon: <RotateCcw />, onSelect: () => void bringBack() }
      : { label: 'Call it off', icon: <CircleSlash />, onSelect: () => setAsking('cancel'), danger: true },
    event.my_role === 'owner' && {
      label: 'Withdraw it',
      icon: <Trash2 />,
      onSelect: () => setAsking('delete'),
      danger: true,
    },
  ]
  return (
    <div className="flex">
      <ShareButton
        path={`/events/${event.id}`}
        title={event.title}
        closed={
          event.visibility === 'private'
            ? 'A draft is seen by nobody else. Publish it, then share it.'
            : undefined
        }
      />
      <DropdownMenu
        trigger={<IconButton label="More" icon={<Ellipsis />} />}
        items={items.filter((item) => item !== false)}
      />
      <CancelDialog event={event} {...ask('cancel')} />
      <DuplicateDialog event={event} {...ask('duplicate')} onMade={onMade} />
      <DeleteDialog event={event} {...ask('delete')} onDeleted={onDeleted} />
    </div>
  )
}
