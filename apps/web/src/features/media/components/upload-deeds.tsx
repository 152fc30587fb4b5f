import { Pause, Play, RotateCcw, X } from 'lucide-react'
import { IconButton } from '@/ui/icon-button'
import type { Upload } from '../upload-item'
import { ask } from '../uploads'
import { PickAgain } from './pick-again'

/** What can be done about a file on its way: hold on, go on, choose it or try again, and take it off the list. */
export function UploadDeeds({ upload, onCancel }: { upload: Upload; onCancel: (upload: Upload) => void }) {
  const { name, state } = upload
  return (
    <>
      {state === 'unread' && <PickAgain upload={upload} />}
      <Turn upload={upload} />
      {state !== 'preparing' && state !== 'done' && (
        <IconButton
          label={state === 'failed' ? `Take ${name} off the list` : `Cancel ${name}`}
          icon={<X />}
          onClick={() => onCancel(upload)}
        />
      )}
    </>
  )
}

/** The one deed that fits the state: hold on, go on, or try again. */
function Turn({ upload }: { upload: Upload }) {
  const { key, name, state, hopeless } = upload
  const keys = [key]
  if (state === 'failed' && !hopeless) {
    return (
      <IconButton
        label={`Try ${name} again`}
        icon={<RotateCcw />}
        onClick={() => ask({ do: 'retry', keys })}
      />
    )
  }
  if (state === 'paused') {
    return <IconButton label={`Go on with ${name}`} icon={<Play />} onClick={() => ask({ do: 'go', keys })} />
  }
  if (state === 'sending' || state === 'hashing') {
    return <IconButton label={`Pause ${name}`} icon={<Pause />} onClick={() => ask({ do: 'pause', keys })} />
  }
  return null
}
