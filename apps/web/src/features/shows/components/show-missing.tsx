import { Link } from '@tanstack/react-router'
import { usePageTitle } from '@/lib/hooks'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'

/** No such show, or none that this person may see: nobody is told which. `next` is for those who are not signed in. */
export function ShowMissing({ next }: { next?: string | undefined }) {
  usePageTitle('Not found')
  const button = buttonStyles({ variant: 'secondary', className: 'mt-4' })
  return (
    <StageLight tint={265} className="min-h-[80dvh]">
      <div className="mx-auto flex max-w-md flex-col items-center gap-4 px-6 pt-[22dvh] text-center">
        <p className="font-medium text-14 text-soft">404</p>
        <h1 tabIndex={-1} className="text-40">
          No such night
        </h1>
        <p className="text-balance text-16 text-soft">
          There is no show here, or it is private to whoever was there.
        </p>
        {next === undefined ? (
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
