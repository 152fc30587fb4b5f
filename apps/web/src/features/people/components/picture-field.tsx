import type { Me } from '@sharemyshows/contract/accounts'
import { ImagePlus, Trash2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { PICTURE_TYPES } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Button, buttonStyles } from '@/ui/button'
import { toast } from '@/ui/toast'
import { useChangeAvatar } from '../api'

// Only those who change their picture load the cropper.
const CropDialog = lazy(() => import('./crop-dialog').then(({ CropDialog }) => ({ default: CropDialog })))

/** My picture beside who I am, and the way to another or to none. */
export function PictureField({ user, children }: { user: Me; children: ReactNode }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const change = useChangeAvatar()
  const name = user.display_name ?? user.username

  const show = async (picture: Blob) => {
    await change.mutateAsync(picture)
    toast.done('Others see your new picture')
  }
  const remove = async (address: string) => {
    try {
      const former = await fetch(address).then((answer) => (answer.ok ? answer.blob() : undefined))
      await change.mutateAsync(null)
      const back = former && {
        label: 'Undo',
        onClick: () => void change.mutateAsync(former).catch((error) => toast.failed(sayProblem(error))),
      }
      toast.done('Picture removed', back)
    } catch (error) {
      toast.failed(sayProblem(error))
    }
    // the button that had the focus is gone
    input.current?.focus()
  }

  return (
    <div className="mb-8">
      <div className="flex items-center gap-5">
        <Avatar name={name} src={user.avatar} size={88} />
        {children}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <label
          htmlFor={id}
          className={buttonStyles({
            className:
              'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
          })}
        >
          <ImagePlus aria-hidden />
          {user.avatar ? 'Change picture' : 'Add a picture'}
          <input
            ref={input}
            id={id}
            type="file"
            accept={PICTURE_TYPES}
            className="sr-only"
            onChange={(event) => {
              setFile(event.target.files?.[0])
              // Otherwise choosing the same file again would not be a change.
              event.target.value = ''
            }}
          />
        </label>
        {user.avatar && (
          <Button
            variant="ghost"
            pending={change.isPending}
            onClick={() => void remove(user.avatar as string)}
          >
            <Trash2 aria-hidden />
            Remove
          </Button>
        )}
      </div>
      {file && (
        <Suspense>
          <CropDialog file={file} onClose={() => setFile(undefined)} onPicked={show} />
        </Suspense>
      )}
    </div>
  )
}
