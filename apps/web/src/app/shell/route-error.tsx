import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { usePageTitle } from '@/lib/hooks'
import { ErrorState } from '@/ui/error-state'

/** What browsers say when a chunk of an older build is gone. */
const STALE_CHUNK = /dynamically imported module|importing a module script failed|preload CSS/i

/** What stands in for a page that failed: a human sentence, and another try. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter({ warn: false })
  usePageTitle(titleOf(error))
  const retry = () => {
    if (isStaleChunk(error)) return window.location.reload()
    reset?.()
    void router?.invalidate()
  }
  return <ErrorState heading="h1" title={titleOf(error)} message={sentenceOf(error)} onRetry={retry} />
}

function isStaleChunk(error: unknown): boolean {
  return error instanceof Error && STALE_CHUNK.test(error.message)
}

function titleOf(error: unknown): string {
  return isStaleChunk(error) ? 'This page could not be fetched' : 'This page broke'
}

function sentenceOf(error: unknown): string {
  if (!navigator.onLine) return 'There is no network just now. Try again when it is back.'
  if (isStaleChunk(error)) return 'ShareMyShows was probably updated a moment ago. Loading it afresh helps.'
  return 'Something went wrong while showing it, and nothing of yours is lost. Try again, or go back a page.'
}
