import { useQuery } from '@tanstack/react-query'
import { Chip } from '@/ui/chip'
import { SelectField } from '@/ui/select-field'
import type { TrailAddress } from '../address'
import { accountQuery } from '../api'
import { ACT_NAMES, ACTS } from '../words'

type TrailFilterProps = { address: TrailAddress; onChange: (address: TrailAddress) => void }

const ACT_OPTIONS = [
  { value: '', label: 'Everything' },
  ...ACTS.map((value) => ({ value, label: ACT_NAMES[value] })),
]

/** Narrows the trail to an act, or to one person; the address keeps it. */
export function TrailFilter({ address: { act, person }, onChange }: TrailFilterProps) {
  return (
    <search className="mb-4 flex flex-wrap items-center gap-3">
      <SelectField
        label={<span className="sr-only">What happened</span>}
        options={ACT_OPTIONS}
        value={act ?? ''}
        onChange={(event) => {
          const next = event.target.value
          onChange({ ...(next !== '' && { act: next }), ...(person && { person }) })
        }}
        className="w-full gap-0 sm:w-80"
      />
      {person && <PersonChip id={person} onRemove={() => onChange(act ? { act } : {})} />}
    </search>
  )
}

function PersonChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { data } = useQuery(accountQuery(id))
  const name = data?.username ?? 'one person'
  return (
    <Chip removeLabel={`Show everybody, not only ${name}`} onRemove={onRemove}>
      {name}
    </Chip>
  )
}
