import { AUDIENCES, type ChosenAudience } from '@/lib/audience'
import { RadioCards } from '@/ui/radio-cards'

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
  const options = AUDIENCES.flatMap(({ value, label }) =>
    value in meaning ? [{ value: value as Audience, label, hint: meaning[value as Audience] }] : [],
  )
  return <RadioCards label={legend} options={options} value={value} onChange={onChange} />
}
