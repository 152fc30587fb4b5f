import { ChoiceChips } from '@/ui/choice-chips'
import { KIND_NAMES, KINDS, type Kind } from '../kinds'

type KindChipsProps = { kind: Kind | undefined; onChange: (kind: Kind | undefined) => void }

const OPTIONS = [undefined, ...KINDS].map((value) => ({
  value,
  label: value ? KIND_NAMES[value] : 'Everything',
}))

/** Everything, or one kind of thing. */
export function KindChips({ kind, onChange }: KindChipsProps) {
  return <ChoiceChips label="What to look for" options={OPTIONS} value={kind} onChange={onChange} />
}
