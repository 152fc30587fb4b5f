import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { onSessionEnd } from '@/lib/renewal'
import { toast } from '@/ui/toast'
import { rereadMedia, showNewPhoto } from './api'
import { sendPhoto } from './send-photo'
import { isPending, type Upload, UploadQueue } from './upload-queue'

let queue: UploadQueue | undefined

/** The one queue of this tab; it goes on while pages change. */
function queueFor(queryClient: QueryClient): UploadQueue {
  queue ??= open(queryClient)
  return queue
}

function open(queryClient: QueryClient): UploadQueue {
  const opened = new UploadQueue({
    send: sendPhoto,
    onAdded: (photo) => showNewPhoto(queryClient, photo),
    onSettled: (showId, added) => {
      toast.done(added === 1 ? 'Photo added' : `${added} photos added`)
      void rereadMedia(queryClient, showId)
    },
  })
  opened.subscribe(warnWhileBusy)
  window.addEventListener('online', opened.pump)
  onSessionEnd(opened.clear)
  return opened
}

/** The uploads of a show, and what can be done with them. */
export function useUploads(showId: string): { uploads: Upload[]; queue: UploadQueue } {
  const opened = queueFor(useQueryClient())
  const all = useSyncExternalStore(opened.subscribe, opened.read)
  const uploads = useMemo(() => all.filter((upload) => upload.showId === showId), [all, showId])
  return { uploads, queue: opened }
}

// Only while there is something to lose: a listener that is always there keeps pages out of the back cache.
function warnWhileBusy(): void {
  window.removeEventListener('beforeunload', warn)
  if (queue?.read().some(isPending)) window.addEventListener('beforeunload', warn)
}

const warn = (event: Event) => event.preventDefault()

/** Sends media to a show. */
export function useAddMedia(showId: string): (files: File[]) => void {
  const { queue } = useUploads(showId)
  return (files) => queue.add(showId, files)
}
