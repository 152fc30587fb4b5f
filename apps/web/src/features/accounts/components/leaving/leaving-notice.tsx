import { sayDate } from '@/lib/dates'
import { KeepButton } from './keep-button'

/** Says on every page that the account is about to go, and offers to keep it. */
export function LeavingNotice({ leavesAt }: { leavesAt: string }) {
  return (
    <section
      aria-label="Your account"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-line border-b bg-raised px-4 py-3 text-14"
    >
      <p className="min-w-0">
        Your account will be deleted on {sayDate(leavesAt.slice(0, 10))}. Until then only you can see it.
      </p>
      <KeepButton />
    </section>
  )
}
