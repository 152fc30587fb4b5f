import { Button } from './button'

type NoteProps = {
  /** What there is to know, in a sentence. */
  message: string
  onRetry?: (() => void) | undefined
}

/** Why there is nothing here, where a whole empty page would be too much: in a dialog, in a column. */
export function Note({ message, onRetry }: NoteProps) {
  return (
    <div role="status" className="flex flex-col items-start gap-3 text-14 text-soft">
      <p>{message}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
