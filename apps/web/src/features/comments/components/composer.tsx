import { ArrowUp } from 'lucide-react'
import { useId } from 'react'
import { CharacterCount } from '@/ui/character-count'
import { IconButton } from '@/ui/icon-button'
import { MOST_CHARACTERS, type Person } from '../model'
import { WritingField } from './writing-field'

type ComposerProps = {
  text: string
  write: (text: string) => void
  send: (content: string) => void
  people: readonly Person[]
  /** Who can read what is written here. */
  readers: string
}

/** Where a comment is written. */
export function Composer({ text, write, send, people, readers }: ComposerProps) {
  const id = useId()
  const content = text.trim()
  const canSend = content !== '' && content.length <= MOST_CHARACTERS
  const submit = () => {
    if (!canSend) return
    send(content)
    write('')
  }
  return (
    <form
      aria-label="Write a comment"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="flex items-end gap-2">
        <WritingField
          label="Your comment"
          placeholder="Say something about this night"
          describedBy={`${id}-readers ${id}-count`}
          value={text}
          onChange={write}
          people={people}
          onDone={submit}
        />
        <IconButton
          type="submit"
          label="Send"
          title="Send · Ctrl or ⌘ with Enter"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          icon={<ArrowUp />}
          disabled={!canSend}
          className="bg-accent-fill text-on-accent hover:bg-accent-fill hover:text-on-accent hover:brightness-110"
        />
      </div>
      <div className="mt-1 flex justify-between gap-4">
        <p id={`${id}-readers`} className="text-12 text-soft">
          {readers}
        </p>
        <CharacterCount id={`${id}-count`} length={content.length} most={MOST_CHARACTERS} />
      </div>
    </form>
  )
}
