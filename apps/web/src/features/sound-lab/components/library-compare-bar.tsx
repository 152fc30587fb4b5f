import { Link } from '@tanstack/react-router'
import { ArrowLeftRight, X } from 'lucide-react'
import { buttonStyles } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'

type LibraryCompareBarProps = { chosen: readonly string[]; onEnd: () => void }

/** While recordings are being chosen to be compared: how many, and the way there once there are two. */
export function LibraryCompareBar({ chosen, onEnd }: LibraryCompareBarProps) {
  const [a, b] = chosen
  if (a === undefined) return null
  return (
    <div
      role="toolbar"
      aria-label="Compare"
      className="lab-glow sticky bottom-[calc(var(--dock,0px)+1rem)] z-10 mx-auto mt-4 flex w-full max-w-md items-center gap-2 rounded-card bg-raised p-1.5 shadow-float"
    >
      <IconButton label="Choose none" icon={<X />} onClick={onEnd} />
      <p role="status" className="min-w-0 flex-1 text-14">
        {b === undefined ? 'Choose one more to compare' : 'Two chosen'}
      </p>
      {b !== undefined && (
        <Link to="/sound-lab/compare" search={{ a, b }} className={buttonStyles({ variant: 'primary' })}>
          <ArrowLeftRight aria-hidden />
          Compare
        </Link>
      )}
    </div>
  )
}
