import { Compass } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'
import { Page } from '../shell/page'

export function Discover() {
  return (
    <Page title="Discover">
      <EmptyState icon={<Compass />} title="Nothing near you yet" />
    </Page>
  )
}
