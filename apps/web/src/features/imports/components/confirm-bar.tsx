import { Button } from '@/ui/button'

type ConfirmBarProps = {
  /** Exactly what will happen. */
  label: string
  /** The file is being read again. */
  waiting: boolean
  pending: boolean
  onConfirm: () => void
}

/** The one button, in sight however long the list above it is. */
export function ConfirmBar({ label, waiting, pending, onConfirm }: ConfirmBarProps) {
  return (
    <div className="sticky bottom-[calc(var(--dock,0px)+1rem)] z-10 flex items-center justify-end gap-x-6 rounded-card bg-raised p-2 shadow-float sm:p-3">
      <p role="status" className="min-w-0 flex-1 px-2 text-14 text-soft max-sm:sr-only">
        {waiting ? 'Reading your file again' : 'It can be undone as a whole, at any time.'}
      </p>
      <Button variant="primary" className="max-sm:w-full" pending={pending || waiting} onClick={onConfirm}>
        {label}
      </Button>
    </div>
  )
}
