import { useQueryClient } from '@tanstack/react-query'
import { toast } from '@/ui/toast'
import { setlistQuery } from './api'
import type { SetlistChanges } from './changes'
import { isSong, rewritten, type Song } from './model'

/**
 * Says that many songs came at once, and offers to take it back: those that came go again and those that went come
 * back, while what others have added since stays.
 */
export function useUndo(showId: string, headliner: string, changes: SetlistChanges) {
  const queryClient = useQueryClient()
  const now = () => queryClient.getQueryData(setlistQuery(showId).queryKey)?.items ?? []
  return (text: string, before: readonly Song[]) => {
    const kept = new Set(now().map(({ id }) => id))
    const old = new Set(before.map(({ id }) => id))
    const came = new Set([...kept].filter((id) => !old.has(id)))
    const restored = before.map((song) => (kept.has(song.id) ? song : rewritten(song, headliner)))
    const onClick = () => {
      const current = now()
      const there = new Set(current.map(({ id }) => id))
      const stay = restored.filter((song) => !isSong(song) || there.has(song.id))
      const since = current.filter(({ id }) => !old.has(id) && !came.has(id))
      changes.rewrite([...stay, ...since], current)
    }
    toast.done(text, { label: 'Undo', onClick })
  }
}
