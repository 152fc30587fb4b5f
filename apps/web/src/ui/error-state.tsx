import { Button } from './button'

type ErrorStateProps = {
  title?: string
  /** "h1" where the error stands for a whole page. */
  heading?: 'h1' | 'h2'
  /** What happened and what to do, in a sentence. */
  message: string
  onRetry?: (() => void) | undefined
  /** The server's name for this failure, for whoever runs it. */
  reference?: string | undefined
}

/** Something failed and can be tried again. */
export function ErrorState({ title = 'That did not work', heading = 'h2', ...rest }: ErrorStateProps) {
  const { message, onRetry, reference } = rest
  const Heading = heading
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      <Heading
        tabIndex={heading === 'h1' ? -1 : undefined}
        className={heading === 'h1' ? 'text-28' : 'text-20'}
      >
        {title}
      </Heading>
      <p className="text-14 text-soft">{message}</p>
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          Try again
        </Button>
      )}
      {reference && <p className="font-mono text-12 text-soft">Reference {reference}</p>}
    </div>
  )
}
