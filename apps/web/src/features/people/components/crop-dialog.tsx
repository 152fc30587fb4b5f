import { useEffect, useState } from 'react'
import Cropper from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { MOST_BYTES } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'
import { type Area, cutOut } from '../crop'

type CropDialogProps = {
  file: File
  onClose: () => void
  /** Takes the square; the dialog closes when it resolves. */
  onPicked: (picture: Blob) => Promise<unknown>
}

const CENTRE = { x: 0, y: 0 }
const MOST_ZOOM = 4
/** Pixels that an arrow key moves; with Shift a fifth of it. */
const STEP = 8

/** Chooses the round part of a picture that others see: by dragging, pinching, the wheel, or the arrow keys. */
export function CropDialog({ file, onClose, onPicked }: CropDialogProps) {
  const address = useAddress(file)
  const [crop, setCrop] = useState(CENTRE)
  const [zoom, setZoom] = useState(1)
  const [area, setArea] = useState<Area>()
  const [unseen, setUnseen] = useState(false)
  const [pending, setPending] = useState(false)
  const tooLarge = unseen && file.size > MOST_BYTES

  async function pick() {
    setPending(true)
    try {
      await onPicked(unseen || !address || !area ? file : await cutOut(address, area))
      onClose()
    } catch (error) {
      toast.failed(sayProblem(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Your picture"
      description={unseen ? undefined : 'Move and zoom until the circle holds what others should see.'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="inverse"
            pending={pending}
            disabled={tooLarge || (!unseen && area === undefined)}
            onClick={() => void pick()}
          >
            Show this picture
          </Button>
        </>
      }
    >
      {unseen ? (
        <Unseen tooLarge={tooLarge} />
      ) : (
        <>
          <div className="relative mx-auto aspect-square w-full max-w-[min(100%,50dvh)] overflow-hidden rounded-card bg-black has-focus-visible:outline-2 has-focus-visible:outline-focus">
            {address && (
              <Cropper
                image={address}
                crop={crop}
                zoom={zoom}
                maxZoom={MOST_ZOOM}
                aspect={1}
                cropShape="round"
                showGrid={false}
                keyboardStep={STEP}
                disableAutomaticStylesInjection
                onCropChange={setCrop}
                onZoomChange={setZoom}
                onCropComplete={(_share, pixels) => setArea(pixels)}
                mediaProps={{ onError: () => setUnseen(true) }}
                cropperProps={{ role: 'group', 'aria-label': 'What others see; move it with the arrow keys' }}
              />
            )}
          </div>
          <Field label="Zoom" className="mt-4">
            {(wiring) => (
              <input
                type="range"
                min={1}
                max={MOST_ZOOM}
                step={0.05}
                value={zoom}
                aria-valuetext={`${zoom.toFixed(1)} times`}
                onChange={(event) => setZoom(Number(event.target.value))}
                className="h-11 w-full cursor-pointer accent-(--accent-fill)"
                {...wiring}
              />
            )}
          </Field>
        </>
      )}
    </Dialog>
  )
}

/** For photos that this browser has no decoder for, as most have none for HEIC: the server has. */
function Unseen({ tooLarge }: { tooLarge: boolean }) {
  return (
    <p role="status" className="text-14">
      {tooLarge
        ? 'This browser cannot open this photo, and it is larger than 10 MB. Save it as JPEG and choose it again.'
        : 'This browser cannot open this photo, but we can: its middle will be your picture.'}
    </p>
  )
}

/** An address for the file, for as long as it is looked at. */
function useAddress(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
