import { useQuery } from '@tanstack/react-query'
import { SelectField } from '@/ui/select-field'
import type { LibraryAsk } from '../address'
import { libraryLabelsQuery } from '../api'
import { without } from '../filters'
import { LibraryKey } from './library-key'
import { LibraryTempo } from './library-tempo'

type LibraryFiltersProps = { ask: LibraryAsk; onChange: (ask: LibraryAsk) => void }

/** What narrows the library besides words: tempo, key and label. */
export function LibraryFilters({ ask, onChange }: LibraryFiltersProps) {
  const { data: labels = [] } = useQuery(libraryLabelsQuery)
  const { label } = ask
  const offered = labels.map(({ label: value, count }) => ({ value, label: `${value} (${count})` }))
  // One that came by the address and is nobody's stays to be seen, or the list would say that there is none.
  const known = label === undefined || labels.some((one) => one.label === label)
  const options = [{ value: '', label: 'Anything' }, ...(known ? [] : [{ value: label, label }]), ...offered]
  return (
    <div className="flex flex-col gap-6">
      <LibraryTempo
        ask={ask}
        onChange={({ from, to }) =>
          onChange({
            ...without(ask, ['bpm_from', 'bpm_to']),
            ...(from !== undefined && { bpm_from: from }),
            ...(to !== undefined && { bpm_to: to }),
          })
        }
      />
      <LibraryKey
        ask={ask}
        onChange={(part) => onChange({ ...without(ask, ['tonic', 'mode', 'match']), ...part })}
      />
      <SelectField
        label="Heard in it"
        options={options}
        value={label ?? ''}
        onChange={({ target }) =>
          onChange({ ...without(ask, ['label']), ...(target.value && { label: target.value }) })
        }
      />
    </div>
  )
}
