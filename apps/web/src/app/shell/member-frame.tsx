import { Outlet } from '@tanstack/react-router'
import { NAV_ITEMS } from './nav-items'
import { Rail } from './rail'
import { TabBar } from './tab-bar'

/** The frame of those who are signed in: a slim rail on wide screens, tabs at the foot of phones. */
export function MemberFrame() {
  return (
    <div className="min-h-dvh pb-[calc(4rem+env(safe-area-inset-bottom))] sm:pb-0 sm:pl-22">
      <Rail items={NAV_ITEMS} />
      <main id="page" className="relative">
        <Outlet />
      </main>
      <TabBar items={NAV_ITEMS} />
    </div>
  )
}
