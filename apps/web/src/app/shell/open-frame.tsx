import { lazy, Suspense } from 'react'
import { useSession } from '@/features/accounts/session'
import { PageSkeleton } from './page-skeleton'
import { StrangerFrame } from './stranger-frame'

const MemberFrame = lazy(async () => ({ default: (await import('./member-frame')).MemberFrame }))

/** The frame of pages that everybody sees: their own for members, the strangers' for the rest. */
export function OpenFrame() {
  const { user } = useSession()
  if (user === null) return <StrangerFrame />
  return (
    <Suspense fallback={<PageSkeleton />}>
      <MemberFrame />
    </Suspense>
  )
}
