import { Link } from '@tanstack/react-router'
import { FlipTicket } from '@/features/welcome/components/flip-ticket'
import { NIGHT } from '@/features/welcome/night'
import { usePageTitle } from '@/lib/hooks'
import { hue } from '@/lib/hue'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'

const REGISTER: string = '/register'

/** For those who have never been here: one sentence, one ticket that turns over, one button. */
export function Home() {
  usePageTitle()
  const tint = hue(NIGHT.artist)
  return (
    <StageLight tint={tint} className="flex flex-1 flex-col">
      <div className="flex w-full flex-1 flex-col items-center px-4 pt-24 pb-6 sm:px-8 sm:pt-36 lg:justify-center lg:pt-28">
        <h1 tabIndex={-1} className="max-w-4xl text-center text-40 tracking-tight sm:text-64">
          Every show you ever saw, kept on a server of your own
        </h1>
        <div className="mt-8 w-full max-w-2xl sm:mt-14">
          <FlipTicket tint={tint} />
        </div>
        <Link
          to={REGISTER}
          className={buttonStyles({ variant: 'inverse', size: 'large', className: 'mt-3 max-sm:w-full' })}
        >
          Start your diary
        </Link>
      </div>
    </StageLight>
  )
}
