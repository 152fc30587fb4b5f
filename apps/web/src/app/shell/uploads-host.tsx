import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { UploadPill } from '@/features/media/components/upload-pill'
import { isPending } from '@/features/media/upload-item'
import { type Summary, summarise } from '@/features/media/upload-line'
import { sayAll } from '@/features/media/upload-words'
import { ask, closeUploads, onAdded, openUploads, useUploads } from '@/features/media/uploads'
import { useMediaQuery } from '@/lib/hooks'
import { UploadsPanel } from './uploads-panel'
import { useSignOutQuestion } from './uploads-sign-out'

/** How long it is said that all is done (ms). */
const DONE_MS = 6000
/** Between two announcements to screen readers (ms). */
const SAY_EVERY_MS = 10_000

/** The uploads of the signed-in person, over every page: goes on with them, shows how far they are. */
export function UploadsHost({ userId }: { userId: string }) {
  const queryClient = useQueryClient()
  const snapshot = useUploads()
  const [open, setOpen] = useState<false | 'shown' | 'wanted'>(false)
  const folded = useRef(false)
  const wide = useMediaQuery('(min-width: 40rem)')
  const sum = summarise(snapshot.uploads)
  const question = useSignOutQuestion(sum.pending)

  useEffect(() => {
    openUploads(userId, queryClient).catch(() => undefined)
    return closeUploads
  }, [userId, queryClient])
  // the Sound Lab shows what was added itself
  const unfold = useEffectEvent(() => wide && !location.pathname.startsWith('/sound-lab') && setOpen('shown'))
  useEffect(() => onAdded(unfold), [])
  useFolding(sum, open !== false && !wide)
  if (sum.all === 0 && open) setOpen(false)
  const fold = () => {
    folded.current = wide
    setOpen(false)
  }

  return (
    <>
      <div className="fixed right-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom)+var(--player,0px))] z-20 flex max-w-[calc(100vw-2rem)] justify-end sm:right-6 sm:bottom-[calc(1.5rem+var(--player,0px))]">
        {sum.all > 0 && !(open && wide) && (
          <UploadPill
            // where the focus was when the panel was folded away
            ref={(pill) => {
              if (folded.current) pill?.focus()
              folded.current = false
            }}
            sum={sum}
            onClick={() => setOpen('wanted')}
            aria-expanded={open !== false}
          />
        )}
        {sum.all > 0 && (
          <UploadsPanel
            open={open !== false}
            onOpenChange={fold}
            wanted={open === 'wanted'}
            snapshot={snapshot}
          />
        )}
      </div>
      <Announcer text={sum.all > 0 ? sayAll(sum) : ''} pending={snapshot.uploads.some(isPending)} />
      {question}
    </>
  )
}

/** Once nothing is left to do or to tell, the list is folded away for good. */
function useFolding({ arrived, pending, preparing }: Summary, looking: boolean): void {
  const over = arrived > 0 && pending === 0 && preparing === 0 && !looking
  useEffect(() => {
    if (!over) return
    const timer = setTimeout(() => ask({ do: 'fold' }), DONE_MS)
    return () => clearTimeout(timer)
  }, [over])
}

/** Tells screen readers now and then how far it is, and at once when it is over. */
function Announcer({ text, pending }: { text: string; pending: boolean }) {
  const [said, setSaid] = useState('')
  const say = useEffectEvent(() => setSaid(text))
  useEffect(() => {
    say()
    if (!pending) return
    const timer = setInterval(say, SAY_EVERY_MS)
    return () => clearInterval(timer)
  }, [pending])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
