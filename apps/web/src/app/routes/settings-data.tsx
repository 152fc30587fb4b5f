import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { LeaveSection } from '@/features/accounts/components/leaving/leave-section'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'
import { CalendarSection } from '@/features/calendars/components/calendar-section'
import { UploadQuota } from '@/features/media/components/upload-quota'
import { ExportSection } from '@/features/transfers/components/export-section'
import { sayDate } from '@/lib/dates'

/** What this server keeps of me: to take along, or to have it go. */
export function SettingsData() {
  const { user } = useSession()
  const copies = useRef<HTMLDivElement>(null)
  if (user === null) return null
  const toCopies = () => {
    copies.current?.scrollIntoView({ block: 'start' })
    // the dialog gives the focus back as it closes; this comes after that
    setTimeout(() => copies.current?.querySelector<HTMLElement>('input:checked')?.focus())
  }
  return (
    <>
      <SettingsSection
        title="Room for photos and recordings"
        lead="Counted are your files as you added them. What is made of them for playing costs you nothing."
      >
        <UploadQuota />
      </SettingsSection>
      <div ref={copies} className="scroll-mt-6">
        <SettingsSection
          title="Take it with you"
          lead={`All that you have brought here since ${sayDate(user.created_at.slice(0, 10))}, in formats that other programs can read.`}
        >
          <ExportSection />
          <p className="mt-4 text-14 text-soft">
            All of it can be brought to another ShareMyShows, or back to this one, under{' '}
            <Link to="/settings/imports" className="underline hover:text-ink">
              Import
            </Link>
            .
          </p>
        </SettingsSection>
      </div>
      <SettingsSection
        title="In your own calendar"
        lead="A private address by which the calendar of your phone or computer follows your shows and what you answered."
      >
        <CalendarSection />
      </SettingsSection>
      <SettingsSection title="Delete your account" lead="We are sorry to see you go.">
        <LeaveSection user={user} onExport={toCopies} />
      </SettingsSection>
    </>
  )
}
