import { CircleAlert } from 'lucide-react'

/** What went wrong with the whole form. Its line is always there, so that nothing jumps when it is filled. */
export function FormError({ message }: { message: string | undefined }) {
  return (
    <p role="alert" className="flex min-h-6 items-start gap-1.5 text-14 text-danger">
      {message && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />}
      {message}
    </p>
  )
}
