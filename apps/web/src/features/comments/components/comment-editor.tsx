import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CharacterCount } from '@/ui/character-count'
import { useEditComment } from '../api'
import { type Comment, MOST_CHARACTERS, type Person } from '../model'
import { WritingField } from './writing-field'

type CommentEditorProps = { comment: Comment; people: readonly Person[]; close: () => void }

/** My comment being changed in its place. Escape leaves it as it was. */
export function CommentEditor({ comment, people, close }: CommentEditorProps) {
  const [text, setText] = useState(comment.content)
  const edit = useEditComment(comment.show_id)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = area
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const content = text.trim()
  const canSave = content !== '' && content.length <= MOST_CHARACTERS
  const save = () => {
    if (!canSave || edit.isPending) return
    if (content === comment.content) close()
    else edit.mutate({ id: comment.id, content }, { onSuccess: close })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form onSubmit={submit} className="mt-1 flex flex-col gap-2">
      <WritingField
        label="Change your comment"
        ref={area}
        value={text}
        onChange={setText}
        people={people}
        onDone={save}
        onEscape={close}
        describedBy={`${id}-count`}
      />
      {edit.isError && (
        <p role="alert" className="text-14 text-danger">
          {sayProblem(edit.error)}
        </p>
      )}
      <div className="flex items-center gap-2">
        <Button type="submit" variant="inverse" size="small" pending={edit.isPending} disabled={!canSave}>
          Save
        </Button>
        <Button variant="ghost" size="small" onClick={close}>
          Cancel
        </Button>
        <CharacterCount id={`${id}-count`} length={content.length} most={MOST_CHARACTERS} />
      </div>
    </form>
  )
}
