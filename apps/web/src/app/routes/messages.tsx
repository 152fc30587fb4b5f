import { MessagesSquare } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '../shell/page'

export function Messages() {
  return (
    <Page title="Messages">
      <EmptyState icon={<MessagesSquare />} title="No messages yet" />
    </Page>
  )
}
