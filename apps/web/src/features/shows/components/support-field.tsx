import { type KeyboardEvent, useState } from 'react'
import { useController } from 'react-hook-form'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import type { FormPart } from '../form-part'

/** The other acts, one after the other in billing order; Enter adds the name that is typed. */
export function SupportField({ form, catalog: { ArtistField } }: FormPart) {
  const { field } = useController({ control: form.control, name: 'support' })
  const [text, setText] = useState('')
  const add = (typed: string) => {
    const name = typed.trim()
    if (name !== '' && !field.value.some((other) => sameName(other, name)))
      field.onChange([...field.value, name])
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A highlighted suggestion has already taken the key.
    if (event.key !== 'Enter' || event.defaultPrevented || text.trim() === '') return
    event.preventDefault()
    add(text)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Enter that its input lets pass
    <div onKeyDown={onKeyDown}>
      <div className="flex items-end gap-2">
        <ArtistField
          label="Support acts"
          optional
          value={text}
          onChange={setText}
          onPick={({ name }) => add(name)}
          onBlur={() => add(text)}
          className="min-w-0 flex-1"
        />
        <Button onClick={() => add(text)} disabled={text.trim() === ''}>
          Add
        </Button>
      </div>
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {field.value.map((name) => (
          <Chip
            key={name}
            removeLabel={`Remove ${name}`}
            onRemove={() => field.onChange(field.value.filter((other) => other !== name))}
          >
            {name}
          </Chip>
        ))}
      </div>
    </div>
  )
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
