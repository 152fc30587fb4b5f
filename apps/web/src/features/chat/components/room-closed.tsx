import { DoorClosed } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '@/ui/empty-state'

/** The room of a night for those who are not let in yet, with the way in. */
export function RoomClosed({ action }: { action?: ReactNode }) {
  return (
    <EmptyState icon={<DoorClosed />} title="The room is closed for you" action={action}>
      It opens when you say that you go, or arrive, unless its staff have put you out.
    </EmptyState>
  )
}
