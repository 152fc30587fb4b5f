import { Segmented } from '@/ui/segmented'
import type { RegistrationFields } from '../registration'

type RoleChoiceProps = {
  role: RegistrationFields['role']
  onChoose: (role: RegistrationFields['role']) => void
  /** Organisers are granted it rather than choosing it. */
  onRequest: boolean
}

const ROLES = [
  { value: 'attendee', label: 'I go to shows' },
  { value: 'organizer', label: 'I put shows on' },
] as const

/** Whether somebody comes to see shows or to run them; who runs them keeps a diary all the same. */
export function RoleChoice({ role, onChoose, onRequest }: RoleChoiceProps) {
  return (
    <div>
      <Segmented
        label="What brings you here"
        options={ROLES}
        value={role}
        onChange={onChoose}
        className="flex w-full"
      />
      <p aria-live="polite" className="mt-1.5 min-h-8 text-12 text-soft">
        {sayRole(role, onRequest)}
      </p>
    </div>
  )
}

function sayRole(role: RegistrationFields['role'], onRequest: boolean): string {
  if (role === 'attendee') return 'A diary of every night you were there.'
  return onRequest
    ? 'A diary, and events of your own once whoever runs this place has said yes. You will get a mail.'
    : 'A diary, and events of your own for others to come to.'
}
