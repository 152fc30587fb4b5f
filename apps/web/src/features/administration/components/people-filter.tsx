import { SearchBox } from '@/ui/search-box'
import { SelectField } from '@/ui/select-field'
import type { PeopleAddress } from '../address'
import { ROLE_NAMES, ROLES } from '../words'

type PeopleFilterProps = { address: PeopleAddress; onChange: (address: PeopleAddress) => void }

const ROLE_OPTIONS = [
  { value: '', label: 'Every role' },
  ...ROLES.map((value) => ({ value, label: `${ROLE_NAMES[value]}s` })),
]
const STATES = [
  { value: '', label: 'Any state' },
  { value: 'false', label: 'Active' },
  { value: 'true', label: 'Suspended' },
]

/** Narrows the list of people; the address keeps it. */
export function PeopleFilter({ address, onChange }: PeopleFilterProps) {
  const change = (name: keyof PeopleAddress, value: string) => {
    const { [name]: _, ...rest } = address
    onChange(value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <search className="mb-4 grid gap-3 sm:grid-cols-[1fr_11rem_11rem]">
      <SearchBox
        label="Find people"
        placeholder="Part of a name, or a whole e-mail address"
        q={address.q ?? ''}
        onChange={(q) => change('q', q)}
      />
      <SelectField
        label={<span className="sr-only">Role</span>}
        options={ROLE_OPTIONS}
        value={address.role ?? ''}
        onChange={(event) => change('role', event.target.value)}
        className="gap-0"
      />
      <SelectField
        label={<span className="sr-only">Suspended</span>}
        options={STATES}
        value={address.suspended ?? ''}
        onChange={(event) => change('suspended', event.target.value)}
        className="gap-0"
      />
    </search>
  )
}
