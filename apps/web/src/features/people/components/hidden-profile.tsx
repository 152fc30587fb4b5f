import { Lock } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'

/** In place of all that a person keeps from whoever looks. */
export function HiddenProfile({ name }: { name: string }) {
  return (
    <EmptyState icon={<Lock />} title={`${name} keeps to themselves`}>
      This profile is not open to you. Where {name} takes part and lets you see it, you find them all the
      same.
    </EmptyState>
  )
}
