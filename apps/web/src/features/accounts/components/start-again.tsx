import { Link } from '@tanstack/react-router'
import { buttonStyles } from '@/ui/button'
import { Entrance } from './entrance'

type StartAgainProps = {
  title: string
  /** What happened, in a sentence. */
  lead: string
  /** What is printed on tonight's ticket. */
  ticket: { name: string; place: string }
  /** Where it begins again. */
  to: '/login' | '/forgot-password' | '/settings/security'
  label: string
}

/** An entrance that leads nowhere any more, and the one button that helps. */
export function StartAgain({ title, lead, ticket, to, label }: StartAgainProps) {
  return (
    <Entrance title={title} lead={lead} ticket={ticket}>
      <Link to={to} className={buttonStyles({ variant: 'inverse', size: 'large', className: 'w-full' })}>
        {label}
      </Link>
    </Entrance>
  )
}
