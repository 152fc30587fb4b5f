import { Flag } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '../shell/page'

export function Moderation() {
  return (
    <Page title="Reports">
      <EmptyState icon={<Flag />} title="Nothing was reported" />
    </Page>
  )
}
