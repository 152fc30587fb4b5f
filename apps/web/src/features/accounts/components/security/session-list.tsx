import type { Session } from '@sharemyshows/contract/sessions'
import { Monitor, Smartphone, Tablet, Terminal } from 'lucide-react'
import { useState } from 'react'
import { sayAgo } from '@/lib/dates'
import { sayCountry } from '@/lib/places'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { sayDevice } from '../../device'
import { useEndSessions } from '../../sessions-api'
import { SettingRow } from './setting-row'

const ICONS: Record<Session['device']['kind'], React.ReactNode> = {
  desktop: <Monitor />,
  phone: <Smartphone />,
  tablet: <Tablet />,
  program: <Terminal />,
}

type SessionListProps = {
  sessions: readonly Session[]
  /** When the list was read, in ms. */
  now: number
}

/** The devices, and the way to sign them out. */
export function SessionList({ sessions, now }: SessionListProps) {
  const [asking, setAsking] = useState<Session | 'others'>()
  const { mutateAsync } = useEndSessions()
  const one = asking === 'others' ? undefined : asking
  const end = async () => {
    try {
      await mutateAsync(one?.id ?? null)
      toast.done(one ? `${sayDevice(one.device)} is signed out` : 'All other devices are signed out')
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} now={now} onEnd={() => setAsking(session)} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="mt-4" onClick={() => setAsking('others')}>
          Sign out all other devices
        </Button>
      )}
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={(open) => open || setAsking(undefined)}
        title={one ? `Sign out ${sayDevice(one.device)}?` : 'Sign out all other devices?'}
        description="It takes effect at once. Signing in there again needs your password."
        confirmLabel="Sign out"
        cancelLabel="Leave it"
        onConfirm={end}
      />
    </>
  )
}

function SessionRow({ session, now, onEnd }: { session: Session; now: number; onEnd: () => void }) {
  const { device, current, country, ip, last_used_at } = session
  const name = sayDevice(device)
  const where = [country && sayCountry(country), ip].filter(Boolean).join(' · ')
  return (
    <SettingRow
      icon={ICONS[device.kind]}
      title={
        <>
          {name}
          {current && <Badge tone="accent">This device</Badge>}
        </>
      }
      action={
        !current && (
          <Button size="small" aria-label={`Sign out ${name}`} onClick={onEnd}>
            Sign out
          </Button>
        )
      }
    >
      {where && <span className="block">{where}</span>}
      <span className="block">{current ? 'In use now' : <>Last used {sayAgo(last_used_at, now)}</>}</span>
    </SettingRow>
  )
}
