import { Bell } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '../shell/page'

export function Notifications() {
  return (
    <Page title="Notifications">
      <EmptyState icon={<Bell />} title="Nothing new" />
    </Page>
  )
}
