import { Outlet } from '@tanstack/react-router'
import { useTheme } from '@/lib/theme'
import { SkipLink } from '@/ui/skip-link'
import { ToastHost } from '@/ui/toast-host'
import { OfflineNotice } from './offline-notice'
import { PaletteHost } from './palette-host'
import { ReconnectingNotice } from './reconnecting-notice'

/** What surrounds every page, whoever looks at it. */
export function Root() {
  const { theme } = useTheme()
  return (
    <>
      <SkipLink target="page" />
      <OfflineNotice />
      <ReconnectingNotice />
      <Outlet />
      <PaletteHost />
      <ToastHost theme={theme} />
    </>
  )
}
