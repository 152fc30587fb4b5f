import { lazy, Suspense, useEffect, useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { allowReports, openReport, type Reporting, useReporting } from '@/lib/reporting'

const ReportDialog = lazy(async () => ({
  default: (await import('@/features/moderation/components/report-dialog')).ReportDialog,
}))

/** The dialog that reports a thing, loaded when it is first wanted; it keeps what it was about while it closes. */
export function ReportHost() {
  const { user } = useSession()
  const reporting = useReporting()
  useEffect(() => allowReports(user !== null), [user])
  const [last, setLast] = useState<Reporting | null>(null)
  if (reporting !== null && reporting !== last) setLast(reporting)
  if (last === null) return null
  return (
    <Suspense>
      <ReportDialog
        key={`${last.target} ${last.id}`}
        about={last}
        open={reporting !== null}
        onClose={() => openReport(null)}
      />
    </Suspense>
  )
}
