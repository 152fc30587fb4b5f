import type { Import } from '@sharemyshows/contract/imports'
import { Link } from '@tanstack/react-router'
import { AUDIENCES, type ChosenAudience } from '@/lib/audience'
import { Button, buttonStyles } from '@/ui/button'
import { SelectField } from '@/ui/select-field'
import { sayImporting } from '../model'

type ConfirmBarProps = {
  one: Import
  /** How many will be added, as it stands. */
  shows: number
  audience: ChosenAudience
  onAudience: (audience: ChosenAudience) => void
  /** It is being read again. */
  waiting: boolean
  pending: boolean
  onConfirm: () => void
}

/** The one button, which says exactly what will happen; in sight however long the list is. */
export function ConfirmBar({
  one,
  shows,
  audience,
  onAudience,
  waiting,
  pending,
  onConfirm,
}: ConfirmBarProps) {
  const label = sayImporting(shows, one.extras)
  if (label === '') return <NothingToAdd one={one} />
  return (
    <div className="sticky bottom-[calc(var(--dock,0px)+1rem)] z-10 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 rounded-card bg-raised p-4 shadow-float">
      {shows > 0 && (
        <SelectField
          label={one.source === 'export' ? 'Who sees shows that do not say' : 'Who sees these shows'}
          options={AUDIENCES}
          value={audience}
          onChange={(event) => onAudience(event.target.value as ChosenAudience)}
          className="min-w-0 flex-1 basis-48 sm:max-w-64"
        />
      )}
      <Button
        variant="primary"
        className="max-sm:w-full"
        pending={pending}
        disabled={waiting || one.missing.length > 0}
        onClick={onConfirm}
      >
        {label}
      </Button>
    </div>
  )
}

function NothingToAdd({ one }: { one: Import }) {
  if (one.missing.length > 0) return null
  const known = one.rows.duplicate > 0
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-3 text-16">
      <span className="min-w-0 flex-1 basis-60">
        {known
          ? 'There is nothing in it that your diary does not have.'
          : 'There is nothing in it that could be added.'}
      </span>
      <Link to={known ? '/shows' : '/settings/imports'} className={buttonStyles({ variant: 'inverse' })}>
        {known ? 'To your diary' : 'Bring another file'}
      </Link>
    </p>
  )
}
