import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { railOf, TABS } from './nav-items'
import { Rail } from './rail'
import { TabBar } from './tab-bar'

const LeavingNotice = lazy(async () => ({
  default: (await import('@/features/accounts/components/leaving/leaving-notice')).LeavingNotice,
}))
const AddSheet = lazy(async () => ({ default: (await import('./add-sheet')).AddSheet }))

/**
 * The frame of those who are signed in: a slim rail on wide screens, tabs at the foot of phones. `--dock` is how much of
 * the window's foot is taken.
 */
export function MemberFrame() {
  // Absent until it is first wanted, then kept so that it can close gently.
  const [adding, setAdding] = useState<boolean>()
  const { user } = useSession()
  const onAdd = () => setAdding(true)
  return (
    <div className="min-h-dvh pb-(--dock) [--dock:calc(4rem+env(safe-area-inset-bottom)+var(--player,0px))] sm:[--dock:var(--player,0px)] sm:pl-22">
      <Rail items={railOf(user?.role ?? 'attendee')} onAdd={onAdd} />
      <main id="page" className="relative">
        {user?.leaves_at && (
          <Suspense>
            <LeavingNotice leavesAt={user.leaves_at} />
          </Suspense>
        )}
        <Outlet />
      </main>
      <TabBar items={TABS} onAdd={onAdd} />
      {adding !== undefined && (
        <Suspense>
          <AddSheet open={adding} onOpenChange={setAdding} />
        </Suspense>
      )}
    </div>
  )
}
