import { Copy, Ellipsis, Flag, MicOff, PencilLine, Trash2, UserX } from 'lucide-react'
import { openReport } from '@/lib/reporting'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import type { Message } from '../model'

/** What can be done with a message; what is missing may not be. */
export type Deeds = {
  edit?: ((message: Message) => void) | undefined
  remove?: ((message: Message) => void) | undefined
  /** For the staff of a room. */
  staff?:
    | {
        remove: (message: Message) => void
        silence: (message: Message, minutes: number) => void
        putOut: (message: Message) => void
      }
    | undefined
}

type MessageMenuProps = { message: Message; own: boolean; name: string; deeds: Deeds }

export function MessageMenu({ message, own, name, deeds }: MessageMenuProps) {
  return (
    <DropdownMenu
      align={own ? 'end' : 'start'}
      trigger={
        <IconButton
          label={own ? 'More for your message' : `More for the message by ${name}`}
          icon={<Ellipsis />}
          className="-m-1.5 pointer-fine:m-0 pointer-fine:size-8"
        />
      }
      items={[...items(message, own, name, deeds)]}
    />
  )
}

function* items(
  message: Message,
  own: boolean,
  name: string,
  { edit, remove, staff }: Deeds,
): Generator<MenuItem> {
  if (own && edit) yield { label: 'Edit', icon: <PencilLine />, onSelect: () => edit(message) }
  yield { label: 'Copy the text', icon: <Copy />, onSelect: () => void copy(message.text) }
  const about = { target: 'message', id: message.id, name: `the message by ${name}` } as const
  if (!own) yield { label: 'Report…', icon: <Flag />, onSelect: () => openReport(about) }
  if (!own && staff && message.user) {
    yield { label: 'Silence for 10 minutes', icon: <MicOff />, onSelect: () => staff.silence(message, 10) }
    yield { label: 'Silence for 2 hours', icon: <MicOff />, onSelect: () => staff.silence(message, 120) }
    yield {
      label: 'Put out of the room',
      icon: <UserX />,
      onSelect: () => staff.putOut(message),
      danger: true,
    }
  }
  const taken = own ? remove : staff?.remove
  if (taken) yield { label: 'Delete…', icon: <Trash2 />, onSelect: () => taken(message), danger: true }
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast.done('Copied')
  } catch {
    toast.failed('Your browser did not let the text be copied.')
  }
}
