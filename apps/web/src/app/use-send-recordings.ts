import { useNavigate } from '@tanstack/react-router'
import { kindOf } from '@/features/media/upload-formats'
import { useAddMedia } from '@/features/media/uploads'
import { toast } from '@/ui/toast'

/** Sends recordings to no show and opens where they are followed; what is none is left out, and said so. */
export function useSendRecordings(): (files: readonly File[]) => void {
  const add = useAddMedia(null)
  const navigate = useNavigate()
  return (files) => {
    const others = files.filter(isSomethingElse)
    const [first] = others
    if (first) toast.failed(sayOthers(first.name, others.length))
    const recordings = files.filter((file) => !isSomethingElse(file))
    if (recordings.length === 0) return
    add(recordings)
    void navigate({ to: '/sound-lab/upload' })
  }
}

// What nobody can tell by its name is for the queue to judge.
const isSomethingElse = (file: File): boolean => {
  const kind = kindOf(file)
  return kind === 'photo' || kind === 'video'
}

const sayOthers = (name: string, count: number): string =>
  count === 1
    ? `${name} is no recording. Photos and videos belong to a show.`
    : `${count} of these are no recordings. Photos and videos belong to a show.`
