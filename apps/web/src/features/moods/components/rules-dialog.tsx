import type { Mood, MoodRule } from '@sharemyshows/contract/moods'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { sayProblem } from '@/lib/problem'
import { Between } from '@/ui/between'
import { Button } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { FormDialog } from '@/ui/form-dialog'
import { Segmented } from '@/ui/segmented'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import {
  bpmOfShare,
  type Drafts,
  type Ranges,
  rangesOf,
  sayBpm,
  sayShares,
  shareOfBpm,
  withEnd,
} from '../rules'
import { moodRulesQuery, useChangeRules, useResetRule } from '../rules-api'
import { RuleMap } from './rule-map'

/** Opens what music fits which mood. */
export function RulesButton({ mood }: { mood?: Mood | undefined }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden />
        What fits a mood
      </Button>
      {open && <RulesDialog mood={mood ?? 'happy'} onClose={() => setOpen(false)} />}
    </>
  )
}

function RulesDialog({ mood: first, onClose }: { mood: Mood; onClose: () => void }) {
  const [mood, setMood] = useState(first)
  const [drafts, setDrafts] = useState<Drafts>({})
  const { data: rules, error, refetch } = useQuery(moodRulesQuery)
  const { mutateAsync, isPending, error: refused } = useChangeRules()
  const rule = rules?.find((one) => one.mood === mood)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await mutateAsync(drafts).catch(() => null)
    if (saved === null) return
    toast.done('MoodDJ chooses by that from now on')
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      title="What fits a mood"
      description="By this MoodDJ chooses from your music, and reads the field. It is yours alone."
      onSubmit={submit}
      submit="Save"
      pending={isPending}
      disabled={Object.keys(drafts).length === 0}
      problem={refused ? sayProblem(refused) : undefined}
    >
      <Segmented
        label="Mood"
        value={mood}
        options={MOODS.map((value) => ({ value, label: MOOD_NAMES[value] }))}
        onChange={setMood}
      />
      {rules && rule ? (
        <>
          <RuleMap rules={rules} drafts={drafts} mood={mood} />
          <RuleSpans
            ranges={rangesOf(rule, drafts)}
            onChange={(ranges) => setDrafts({ ...drafts, [mood]: ranges })}
          />
          <Origin
            rule={rule}
            changed={drafts[mood] !== undefined}
            onUndo={() => setDrafts(({ [mood]: _gone, ...others }) => others)}
          />
        </>
      ) : error ? (
        <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-96" />
      )}
    </FormDialog>
  )
}

const SHARES = [
  { side: 'valence', name: 'Valence', means: 'dark to bright' },
  { side: 'energy', name: 'Energy', means: 'calm to lively' },
] as const

function RuleSpans({ ranges, onChange }: { ranges: Ranges; onChange: (ranges: Ranges) => void }) {
  const { tempo } = ranges
  return (
    <div className="flex flex-col gap-2">
      {SHARES.map(({ side, name, means }) => (
        <div key={side}>
          <Line name={name} means={means} says={sayShares(ranges[side])} />
          <Between
            label={name}
            value={ranges[side]}
            say={String}
            onChange={(end, value) => onChange({ ...ranges, [side]: withEnd(ranges[side], end, value) })}
          />
        </div>
      ))}
      <div>
        <Line name="Tempo" says={sayBpm(tempo)} />
        <Between
          label="Tempo"
          value={[shareOfBpm(tempo[0]), shareOfBpm(tempo[1])]}
          say={(share) => `${bpmOfShare(share)} BPM`}
          onChange={(end, share) => onChange({ ...ranges, tempo: withEnd(tempo, end, bpmOfShare(share)) })}
        />
      </div>
    </div>
  )
}

const Line = ({ name, means, says }: { name: string; means?: string; says: string }) => (
  <p aria-hidden className="flex items-baseline justify-between gap-2 text-14">
    <span>
      {name}
      {means && <span className="text-soft">, {means}</span>}
    </span>
    <span className="tabular-nums">{says}</span>
  </p>
)

const WHOSE: Readonly<Record<MoodRule['source'], string>> = {
  default: 'As everybody has it.',
  operator: 'As whoever runs this site has it.',
  mine: 'As you said.',
}

type OriginProps = { rule: MoodRule; changed: boolean; onUndo: () => void }

/** Whose words these are, and the way back. */
function Origin({ rule, changed, onUndo }: OriginProps) {
  const { mutate, isPending } = useResetRule()
  const reset = () => mutate(rule.mood, { onError: (error) => toast.failed(sayProblem(error)) })
  return (
    <div className="flex min-h-11 items-center justify-between gap-2 text-14 text-soft">
      <p>{changed ? 'Not saved yet.' : WHOSE[rule.source]}</p>
      {changed ? (
        <Button variant="ghost" onClick={onUndo}>
          Undo
        </Button>
      ) : (
        rule.source === 'mine' && (
          <Button variant="ghost" onClick={reset} pending={isPending}>
            Back to the usual
          </Button>
        )
      )}
    </div>
  )
}
