import { Link } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { usePageTitle } from '@/lib/hooks'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'
import { useComeBack } from '../use-come-back'

type NothingHereProps = {
  title: string
  message: string
}

export const NO_SHOW = {
  title: 'No such night',
  message: 'There is no show here, or it is private to whoever was there.',
}

/** No such thing, or none that this person may see: nobody is told which. A stranger may sign in and come back. */
export function NothingHere({ title, message }: NothingHereProps) {
  const { user } = useSession()
  const next = useComeBack()
  usePageTitle('Not found')
  const button = buttonStyles({ variant: 'secondary', className: 'mt-4' })
  return (
    <StageLight tint={265} className="min-h-[80dvh]">
      <div className="mx-auto flex max-w-md flex-col items-center gap-4 px-6 pt-[22dvh] text-center">
        <p className="font-medium text-14 text-soft">404</p>
        <h1 tabIndex={-1} className="text-40">
          {title}
        </h1>
        <p className="text-balance text-16 text-soft">{message}</p>
        {user ? (
          <Link to="/shows" className={button}>
            To your shows
          </Link>
        ) : (
          <Link to="/login" search={{ next }} className={button}>
            Log in to see if it is yours
          </Link>
        )}
      </div>
    </StageLight>
  )
}
