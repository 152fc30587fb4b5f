import { type KeyboardEvent, type Ref, useId } from 'react'
import { cn } from '@/lib/cn'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { ComboboxList } from '@/ui/combobox-list'
import { controlStyles } from '@/ui/field'
import { MOST_CHARACTERS, type Person } from '../model'
import { useNaming } from '../use-naming'

export type WritingFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  /** Whom an @ may name. */
  people: readonly Person[]
  /** Ctrl or Cmd with Enter. */
  onDone: () => void
  onEscape?: () => void
  placeholder?: string
  describedBy?: string
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines that grow with what is written; an @ suggests who was there. */
export function WritingField({ people, onDone, onEscape, describedBy, ...props }: WritingFieldProps) {
  const { label, value, onChange, placeholder, ref } = props
  const listId = useId()
  const naming = useNaming(value, onChange, people)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (naming.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      onDone()
    }
    if (event.key === 'Escape') onEscape?.()
  }
  return (
    <div className="relative min-w-0 flex-1">
      <textarea
        ref={ref}
        dir="auto"
        rows={1}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={value.length > MOST_CHARACTERS || undefined}
        aria-autocomplete="list"
        aria-controls={naming.open ? listId : undefined}
        aria-activedescendant={naming.open ? `${listId}-${naming.active}` : undefined}
        placeholder={placeholder}
        value={value}
        onChange={naming.onChange}
        onSelect={naming.onSelect}
        onBlur={naming.close}
        onKeyDown={onKeyDown}
        className={cn(controlStyles, 'field-sizing-content block max-h-60 resize-none py-2.5 leading-6')}
      />
      <ComboboxList
        id={listId}
        above
        shown={naming.open}
        active={naming.active}
        pick={naming.pick}
        setActive={naming.setActive}
        box={{ options: naming.options, keyOf: ({ id }) => id, renderOption: (one) => <Named {...one} /> }}
      />
      <p role="status" className="sr-only">
        {naming.open && `${naming.options.length} to choose from; arrows move, Enter picks`}
      </p>
    </div>
  )
}

function Named({ username, display_name, avatar }: Person) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={display_name ?? username} src={smallPicture({ avatar })} size={28} />
      <span className="truncate">
        {display_name ?? username} <span className="text-soft">@{username}</span>
      </span>
    </span>
  )
}
