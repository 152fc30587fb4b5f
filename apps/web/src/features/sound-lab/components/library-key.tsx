import { SwitchField } from '@/ui/switch-field'
import type { LibraryAsk } from '../address'
import { keysOf } from '../filters'
import { camelotOf, isSameKey, type MusicalKey, sayKey } from '../harmony'
import { KeyWheel } from './key-wheel'

type LibraryKeyProps = {
  ask: LibraryAsk
  onChange: (part: Pick<LibraryAsk, 'tonic' | 'mode' | 'match'>) => void
}

/** The key on the circle of fifths, alone or with those that mix well with it. */
export function LibraryKey({ ask, onChange }: LibraryKeyProps) {
  const { key, others } = keysOf(ask)
  const { match } = ask
  const pick = (picked: MusicalKey) => {
    if (key && isSameKey(key, picked)) onChange({})
    else onChange({ ...picked, ...(match && { match }) })
  }
  const mark = (one: MusicalKey) => {
    if (key && isSameKey(key, one)) return 'here'
    return others.some((other) => isSameKey(other, one)) ? 'near' : undefined
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-14">Key</legend>
      <KeyWheel
        label="Keys, on the circle of fifths"
        mark={mark}
        onPick={pick}
        className="mx-auto max-w-64"
      />
      <p role="status" className="mt-2 text-center text-14 text-soft">
        {key ? `${sayKey(key)} · ${camelotOf(key)}` : 'Any key'}
      </p>
      <SwitchField
        label="What mixes well with it"
        hint="The same key, a fifth either way, and the relative"
        checked={match === 'mixable'}
        disabled={!key}
        onChange={({ target }) => key && onChange({ ...key, ...(target.checked && { match: 'mixable' }) })}
      />
    </fieldset>
  )
}
