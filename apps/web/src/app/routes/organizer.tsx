import { ClipboardList } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '../shell/page'

export function Organizer() {
  return (
    <Page title="Your events">
      <EmptyState icon={<ClipboardList />} title="No events yet" />
    </Page>
  )
}
