/** Shares an address by the system's sheet or, where there is none, copies it; says which, or that neither went. */
export async function shareLink(url: string, title: string): Promise<'shared' | 'copied' | 'refused'> {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ url, title })
      return 'shared'
    } catch (error) {
      // Closing the sheet is an answer, too.
      if (error instanceof Error && error.name === 'AbortError') return 'shared'
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'copied'
  } catch {
    return 'refused'
  }
}
