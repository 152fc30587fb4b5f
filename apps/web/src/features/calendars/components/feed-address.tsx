import { CalendarPlus } from 'lucide-react'
import { buttonStyles } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'

/** The address of my calendar, in the one moment in which it can be seen. */
export function FeedAddress({ url }: { url: string }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14 text-soft">
        This is the one time it can be seen. Whoever has it sees which shows you have and go to, so keep it to
        yourself.
      </p>
      <p className="wrap-anywhere select-all rounded-control bg-raised p-3 font-mono text-14">{url}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={url} done="Address copied" variant="inverse">
          Copy the address
        </CopyButton>
        <a href={url.replace(/^https?:/, 'webcal:')} className={buttonStyles()}>
          <CalendarPlus aria-hidden />
          Open in my calendar
        </a>
      </div>
    </div>
  )
}
