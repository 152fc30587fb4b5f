import { KIND_NAMES, KINDS, type Kind } from '../kinds'

type KindChipsProps = { kind: Kind | undefined; onChange: (kind: Kind | undefined) => void }

const CHIP = [
  'inline-flex min-h-9 cursor-pointer select-none items-center rounded-full px-3.5 text-14 text-soft ring-1 ring-line ring-inset pointer-coarse:min-h-11',
  'transition-colors duration-feedback hover:text-ink has-checked:bg-ink has-checked:font-medium has-checked:text-page',
  'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
].join(' ')

/** Everything, or one kind of thing; a radio group to the keyboard and to screen readers. */
export function KindChips({ kind, onChange }: KindChipsProps) {
  const options = [undefined, ...KINDS]
  return (
    <fieldset className="scrollbar-none -mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <legend className="sr-only">What to look for</legend>
      <div className="flex w-max gap-2">
        {options.map((option) => (
          <label key={option ?? 'all'} className={CHIP}>
            <input
              type="radio"
              name="kind"
              className="sr-only"
              checked={option === kind}
              onChange={() => onChange(option)}
            />
            {option ? KIND_NAMES[option] : 'Everything'}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
