import { Camera, CameraOff } from 'lucide-react'
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Progress } from '@/ui/progress'
import { Spinner } from '@/ui/spinner'
import { NO_CAMERA } from '../camera'
import type { useCamera } from '../use-camera'

/** What the last seconds showed. */
export type LastSeen = 'nothing' | 'no face' | 'not sure' | 'mood'

type CameraCircleProps = { camera: ReturnType<typeof useCamera>; seen: LastSeen }

/** The camera: a small circle with a light. Off it asks, with its reason, before the browser does; on, one tap stops it. */
export function CameraCircle({ camera, seen }: CameraCircleProps) {
  const { state, video, start, stop } = camera
  const [asks, setAsks] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const works = state.kind !== 'off'
  const open = () => {
    setAsks(false)
    setAgreed(true)
    void start()
  }
  return (
    <section aria-label="Camera" className="contents">
      <button
        type="button"
        aria-label={works ? 'Stop the camera' : 'Read my mood with the camera'}
        title={works ? 'Stop the camera' : 'Read my mood with the camera'}
        onClick={() => (works ? stop() : agreed ? open() : setAsks(true))}
        className={cn(
          'relative col-start-2 row-start-1 flex size-18 shrink-0 items-center sm:size-24 justify-center rounded-full bg-page/60 ring-2 ring-ink/40 backdrop-blur',
          'transition-[box-shadow,background-color] duration-feedback hover:bg-page/80 hover:ring-ink/70',
          state.kind === 'on' && 'ring-success hover:ring-success',
        )}
      >
        <video
          ref={video}
          muted
          playsInline
          aria-hidden
          className={cn(
            'absolute inset-0 size-full -scale-x-100 rounded-full object-cover',
            state.kind !== 'on' && 'invisible',
          )}
        />
        {state.kind === 'off' && <Camera aria-hidden className="size-6" />}
        {(state.kind === 'asking' || state.kind === 'loading') && <Spinner />}
        {state.kind === 'on' && (
          <>
            <span className="absolute inset-x-0 bottom-1.5 flex justify-center">
              <CameraOff aria-hidden className="size-5 drop-shadow-[0_0_3px_#000]" color="#fff" />
            </span>
            <span
              aria-hidden
              className="absolute top-1 right-1 size-3.5 animate-pulse rounded-full bg-success ring-2 ring-page motion-reduce:animate-none"
            />
          </>
        )}
      </button>
      <div role="status" className="col-span-2 row-start-3 min-h-5 text-14 text-soft">
        {state.kind === 'loading' ? (
          <p className="flex items-center gap-3">
            The face reader is on its way
            <Progress label="Face reader" value={state.share} className="w-24" />
          </p>
        ) : (
          <p>{say(state, seen)}</p>
        )}
      </div>
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        title="May MoodDJ see your face?"
        description="Every few seconds it reads how happy, sad, angry or neutral you look, and plays what fits."
        footer={
          <>
            <Button onClick={() => setAsks(false)}>Not now</Button>
            <Button variant="primary" onClick={open}>
              Use the camera
            </Button>
          </>
        }
      >
        <ul className="flex list-disc flex-col gap-2 pl-5 text-14 text-soft">
          <li>The picture stays on this device. Only four numbers are sent, never an image.</li>
          <li>A light shows as long as the camera is on. One tap stops it, and so does leaving the page.</li>
          <li>It is often wrong: faces say less than people think. One tap puts it right.</li>
        </ul>
      </Dialog>
    </section>
  )
}

function say(state: ReturnType<typeof useCamera>['state'], seen: LastSeen): string {
  if (state.kind === 'asking') return 'The browser asks for the camera.'
  if (state.kind === 'off') return state.why ? NO_CAMERA[state.why] : ''
  switch (seen) {
    case 'nothing':
      return 'Looking. The camera is on.'
    case 'no face':
      return 'No face in sight. The camera is on.'
    case 'not sure':
      return 'Not sure. The camera is on.'
    case 'mood':
      return 'The camera is on.'
  }
}
