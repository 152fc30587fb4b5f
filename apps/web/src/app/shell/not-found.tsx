import { Link } from '@tanstack/react-router'
import { usePageTitle } from '@/lib/hooks'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'

/** No page has this address, or none that this person may see. */
export function NotFound() {
  usePageTitle('Not found')
  return (
    <StageLight tint={265} className="min-h-[80dvh]">
      <div className="mx-auto flex max-w-md flex-col items-center gap-4 px-6 pt-[22dvh] text-center">
        <p className="font-medium text-14 text-soft">404</p>
        <h1 tabIndex={-1} className="text-40">
          An empty stage
        </h1>
        <p className="text-balance text-16 text-soft">
          There is no page at this address, or it is not shared with you.
        </p>
        <Link to="/" className={buttonStyles({ variant: 'secondary', className: 'mt-4' })}>
          Back to the start
        </Link>
      </div>
    </StageLight>
  )
}

/** The same where no frame surrounds it, because the address belongs to nobody. */
export function NowhereFound() {
  return (
    <main id="page">
      <NotFound />
    </main>
  )
}
