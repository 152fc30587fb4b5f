import { Check } from 'lucide-react'
import { useId } from 'react'
import { AUDIENCES, type ChosenAudience } from '@/lib/audience'

type AudienceChoiceProps<Audience extends ChosenAudience> = {
  legend: string
  /** What each choice means, in a sentence; those without one cannot be chosen. */
  meaning: Record<Audience, string>
  value: Audience | undefined
  onChange: (audience: Audience) => void
}

/** Who sees it, each choice with its consequence. */
export function AudienceChoice<Audience extends ChosenAudience>({
  legend,
  meaning,
  value,
  onChange,
}: AudienceChoiceProps<Audience>) {
  const name = useId()
  const choices = AUDIENCES.flatMap(({ value, label }) =>
    value in meaning ? [{ value: value as Audience, label }] : [],
  )
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-14">{legend}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-control border border-line">
        {choices.map((audience) => (
          <label
            key={audience.value}
            className="flex min-h-14 cursor-pointer items-center gap-3 px-4 py-2.5 transition-colors duration-feedback hover:bg-ink/4 has-checked:bg-surface has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={audience.value}
              checked={audience.value === value}
              onChange={() => onChange(audience.value)}
              className="peer sr-only"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-14">{audience.label}</span>
              <span className="block text-12 text-soft">{meaning[audience.value]}</span>
            </span>
            <Check aria-hidden className="size-5 shrink-0 text-accent opacity-0 peer-checked:opacity-100" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
