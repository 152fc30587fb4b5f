import { useController } from 'react-hook-form'
import { RadioCards } from '@/ui/radio-cards'
import type { DeskPart } from './desk-part'

const PUBLISHED = [
  { value: 'public', label: 'Everyone', hint: 'On the map, in search, and for whoever has the link.' },
  { value: 'friends', label: 'My friends', hint: 'Only your friends find it and can answer.' },
] as const

const DRAFT = {
  value: 'private',
  label: 'Nobody yet',
  hint: 'A draft again: only those who look after it. Who goes keeps it in the diary.',
} as const

/** Who finds it once it is published; what is out already can be taken back. */
export function DeskVisibility({ form, published }: Pick<DeskPart, 'form'> & { published: boolean }) {
  const { field } = useController({ control: form.control, name: 'visibility' })
  return (
    <RadioCards
      label="Who may come"
      options={published ? [...PUBLISHED, DRAFT] : PUBLISHED}
      value={field.value}
      onChange={field.onChange}
    />
  )
}
