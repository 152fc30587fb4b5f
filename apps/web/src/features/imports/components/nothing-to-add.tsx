import type { Import } from '@sharemyshows/contract/imports'
import { Link } from '@tanstack/react-router'
import { buttonStyles } from '@/ui/button'

/** Where all was left out, is there already or cannot be read. */
export function NothingToAdd({ one }: { one: Import }) {
  const known = one.rows.duplicate > 0
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="text-16">
        {known
          ? 'There is nothing in it that your diary does not have.'
          : 'There is nothing in it that can be added.'}
      </p>
      <Link to={known ? '/shows' : '/settings/imports'} className={buttonStyles({ variant: 'inverse' })}>
        {known ? 'To your diary' : 'Bring another file'}
      </Link>
    </div>
  )
}
