import { ArrowUp, Check, PencilLine, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { cn } from '@/lib/cn'
import { useMediaQuery } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { CharacterCount } from '@/ui/character-count'
import { controlStyles } from '@/ui/field'
import { IconButton } from '@/ui/icon-button'
import { useChangeMessage } from '../api'
import { type Message, MOST_CHARACTERS } from '../model'
import { useEditing } from '../use-editing'

type ComposerProps = {
  text: string
  write: (text: string) => void
  send: (text: string) => void
  /** The message of mine that is being changed. */
  editing: Message | undefined
  onEdited: (changed?: Message) => void
  /** The arrow up in an empty field. */
  onArrowUp: () => void
  /** Who reads it, for the field's placeholder. */
  placeholder: string
}

/** Where a message is written, or one of mine changed. Enter sends; on phones Enter begins a new line. */
export function Composer({ text, write, send, editing, onEdited, onArrowUp, placeholder }: ComposerProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const touch = useMediaQuery('(pointer: coarse)')
  const change = useChangeMessage(onEdited)
  const [changed, setChanged] = useEditing(editing, field)
  const value = editing ? changed : text
  const said = value.trim()
  const canSend = said !== '' && said.length <= MOST_CHARACTERS && !change.isPending
  const submit = () => {
    if (!canSend) return
    if (!editing) {
      send(said)
      write('')
    } else if (said === editing.text) onEdited()
    else change.mutate({ message: editing, text: said })
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey || (!touch && !event.shiftKey))) {
      event.preventDefault()
      submit()
    }
    if (event.key === 'Escape' && editing) onEdited()
    if (event.key === 'ArrowUp' && value === '' && !editing) {
      event.preventDefault()
      onArrowUp()
    }
  }
  const { reset } = change
  useEffect(() => {
    if (!editing) reset()
  }, [editing, reset])
  return (
    <form
      aria-label={editing ? 'Change your message' : 'Write a message'}
      className="border-line border-t"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="mx-auto w-full max-w-4xl px-3 py-2">
        {editing && (
          <div className="flex min-h-11 items-center gap-2 text-14 text-soft">
            <PencilLine aria-hidden className="size-4 shrink-0 text-accent" />
            <span className="min-w-0 flex-1 truncate">Editing: {editing.text}</span>
            <IconButton label="Leave it as it was" icon={<X />} onClick={() => onEdited()} />
          </div>
        )}
        <div className="flex items-end gap-2">
          <textarea
            ref={field}
            dir="auto"
            rows={1}
            aria-label={editing ? 'Change your message' : 'Your message'}
            aria-describedby={`${id}-count`}
            aria-invalid={said.length > MOST_CHARACTERS || undefined}
            enterKeyHint={touch ? 'enter' : 'send'}
            placeholder={placeholder}
            value={value}
            onChange={({ target }) => (editing ? setChanged(target.value) : write(target.value))}
            onKeyDown={onKeyDown}
            className={cn(controlStyles, 'field-sizing-content block max-h-48 resize-none py-2.5 leading-6')}
          />
          <IconButton
            type="submit"
            label={editing ? 'Save' : 'Send'}
            icon={editing ? <Check /> : <ArrowUp />}
            disabled={!canSend}
            // the field keeps the focus, and phones their keyboard
            onPointerDown={(event) => event.preventDefault()}
            className="bg-accent-fill text-on-accent hover:bg-accent-fill hover:text-on-accent hover:brightness-110"
          />
        </div>
        {change.isError && (
          <p role="alert" className="pt-1 text-14 text-danger">
            {sayProblem(change.error)}
          </p>
        )}
        <div className="flex justify-end pr-13">
          <CharacterCount id={`${id}-count`} length={said.length} most={MOST_CHARACTERS} />
        </div>
      </div>
    </form>
  )
}
