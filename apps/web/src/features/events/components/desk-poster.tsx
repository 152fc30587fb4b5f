import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { MOST_BYTES, PICTURE_TYPES } from '@/lib/picture'
import { Button } from '@/ui/button'
import { DropZone } from '@/ui/drop-zone'
import type { Event } from '../model'

/** What is to become of the poster: a new file, none, or what it is. */
export type PosterChoice = File | null | undefined

type DeskPosterProps = {
  now: Event['poster']
  choice: PosterChoice
  onChoose: (choice: PosterChoice) => void
}

/** The poster, whole: nothing of it is cut off, here or anywhere. */
export function DeskPoster({ now, choice, onChoose }: DeskPosterProps) {
  const chosen = useAddress(choice)
  const [refused, setRefused] = useState<string>()
  const take = ([file]: File[]) => {
    if (!file) return
    const tooLarge = file.size > MOST_BYTES
    setRefused(tooLarge ? 'A poster may have 10 MB at most. Save it smaller and choose it again.' : undefined)
    if (!tooLarge) onChoose(file)
  }
  const kept = choice === undefined ? now : null
  const shown = chosen ?? kept?.preview
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex w-full items-baseline justify-between gap-2 font-medium text-14">
        Poster <span className="font-normal text-12 text-soft">optional</span>
      </legend>
      <div className="grid items-stretch gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {shown && <Preview key={shown} src={shown} />}
        <DropZone
          label={shown ? 'Another poster' : 'Drop a poster here, or choose one'}
          hint="Any shape; it is shown whole. Up to 10 MB."
          accept={PICTURE_TYPES}
          multiple={false}
          onFiles={take}
          className={shown ? undefined : 'sm:col-span-2'}
        />
      </div>
      {refused && (
        <p role="alert" className="mt-1.5 text-14 text-danger">
          {refused}
        </p>
      )}
      {shown && (
        <Button
          size="small"
          variant="ghost"
          className="mt-1 -ml-3 text-soft"
          onClick={() => onChoose(choice instanceof File ? undefined : null)}
        >
          <Trash2 aria-hidden />
          {choice instanceof File ? 'Not this one' : 'Remove the poster'}
        </Button>
      )}
    </fieldset>
  )
}

function Preview({ src }: { src: string }) {
  const [unseen, setUnseen] = useState(false)
  if (unseen) {
    return (
      <p className="flex h-40 items-center justify-center rounded-control bg-raised p-3 text-center text-12 text-soft">
        This browser cannot show it; the server can.
      </p>
    )
  }
  return (
    <img
      src={src}
      alt="The poster"
      onError={() => setUnseen(true)}
      className="h-40 w-full rounded-control bg-raised object-contain"
    />
  )
}

/** An address for a chosen file, for as long as it is looked at. */
function useAddress(choice: PosterChoice): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!(choice instanceof File)) return setAddress(undefined)
    const made = URL.createObjectURL(choice)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [choice])
  return address
}
