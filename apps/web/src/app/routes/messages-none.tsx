import { MessagesSquare } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'

/** Beside the list, while none is open. */
export function NoConversation() {
  return (
    <div className="flex h-full items-center">
      <EmptyState icon={<MessagesSquare />} title="Choose a conversation">
        Or begin one from somebody’s profile.
      </EmptyState>
    </div>
  )
}
