import { useEffect, useState } from 'react'
import { onLive } from '@/lib/live'

/** How far the preparing of one's own medium is, 0–1, and what is being done; undefined until the server says. */
export function useProgress(id: string): { progress: number; message?: string } | undefined {
  const [told, setTold] = useState<{ progress: number; message?: string }>()
  useEffect(() => onLive('upload_progress', (news) => news.id === id && setTold(news)), [id])
  return told
}
