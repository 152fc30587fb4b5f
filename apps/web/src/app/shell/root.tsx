import { Outlet } from '@tanstack/react-router'
import { useTheme } from '@/lib/theme'
import { SkipLink } from '@/ui/skip-link'
import { ToastHost } from '@/ui/toast-host'
import { ChatGate } from './chat-gate'
import { MiniPlayerHost } from './mini-player-host'
import { NotificationsGate } from './notifications-gate'
import { OfflineNotice } from './offline-notice'
import { PaletteHost } from './palette-host'
import { ReconnectingNotice } from './reconnecting-notice'
import { ReportHost } from './report-host'
import { UploadsGate } from './uploads-gate'

/** What surrounds every page, whoever looks at it. */
export function Root() {
  const { theme } = useTheme()
  return (
    <>
      <SkipLink target="page" />
      <OfflineNotice />
      <ReconnectingNotice />
      <Outlet />
      <MiniPlayerHost />
      <UploadsGate />
      <ChatGate />
      <NotificationsGate />
      <PaletteHost />
      <ReportHost />
      <ToastHost theme={theme} />
    </>
  )
}
