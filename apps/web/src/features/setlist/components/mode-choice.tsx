import { Segmented } from '@/ui/segmented'

export type Mode = 'append' | 'replace'

type ModeChoiceProps = { value: Mode; onChange: (mode: Mode) => void }

const OPTIONS = [
  { value: 'append', label: 'Add at the end' },
  { value: 'replace', label: 'Replace the list' },
] as const

/** What becomes of the songs that a setlist has when many more come at once. */
export function ModeChoice(props: ModeChoiceProps) {
  return <Segmented<Mode> label="What becomes of the songs there are" options={OPTIONS} {...props} />
}
