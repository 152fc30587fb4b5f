import { ImagePlus } from 'lucide-react'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { cn } from '@/lib/cn'

type DropZoneProps = {
  /** "Drop photos here, or choose them". */
  label: string
  hint?: ReactNode
  icon?: ReactNode
  /** As in an input's `accept`; only advice to the file picker, the server judges by content. */
  accept?: string
  multiple?: boolean
  onFiles: (files: File[]) => void
  className?: string
}

/** Takes files by drop, by click and by keyboard. */
export function DropZone({ label, hint, icon, accept, multiple = true, onFiles, className }: DropZoneProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles(multiple ? [...list] : [...list].slice(0, 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label
      htmlFor={id}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      className={cn(
        'flex min-h-32 flex-col items-center justify-center gap-1.5 rounded-card border border-edge border-dashed px-4 py-6 text-center',
        'transition-colors duration-feedback hover:border-accent hover:bg-ink/4 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        over && 'border-accent border-solid bg-accent/10',
        className,
      )}
    >
      <span aria-hidden className="mb-1 text-soft [&_svg]:size-6">
        {icon ?? <ImagePlus />}
      </span>
      <span className="font-medium text-14">{label}</span>
      {hint && <span className="text-12 text-soft">{hint}</span>}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files)
          // Otherwise choosing the same file again would not be a change.
          event.target.value = ''
        }}
      />
    </label>
  )
}
