import type { Mood, MoodSample } from '@sharemyshows/contract/moods'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Ellipsis, Trash2 } from 'lucide-react'
import { sayInstant, timeIn } from '@/lib/dates'
import { MOOD_NAMES, MOODS, moodColour, sayMood } from '@/lib/moods'
import { sayProblem } from '@/lib/problem'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { PagedList } from '@/ui/paged-list'
import { toast } from '@/ui/toast'
import { byDay, saySource } from '../history'
import { moodHistoryQuery, useCorrectSample, useForgetSample } from '../history-api'

type SampleListProps = { days: number; mood: Mood | undefined; zone: string }

/** My moods one by one, day after day: each to be put right or forgotten. */
export function SampleList({ days, mood, zone }: SampleListProps) {
  const list = useInfiniteQuery(moodHistoryQuery({ days, mood }))
  return (
    <PagedList
      list={list}
      loading="Loading your moods"
      empty={<p className="py-6 text-14 text-soft">No such mood in this time.</p>}
    >
      {(samples) =>
        byDay(samples, zone).map(({ name, items }) => (
          <section key={name} aria-label={name} className="mt-4 first:mt-0">
            <h3 className="text-14 text-soft">{name}</h3>
            <ul>
              {items.map((sample) => (
                <Sample key={sample.id} sample={sample} zone={zone} />
              ))}
            </ul>
          </section>
        ))
      }
    </PagedList>
  )
}

function Sample({ sample, zone }: { sample: MoodSample; zone: string }) {
  const { id, mood, created_at: at } = sample
  const correct = useCorrectSample()
  const forget = useForgetSample()
  const onError = (error: unknown) => toast.failed(sayProblem(error))
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b last:border-0">
      <span className="w-11 text-14 text-soft tabular-nums">{timeIn(zone, at)}</span>
      <span
        aria-hidden
        className="size-3 shrink-0 rounded-full"
        style={{ backgroundColor: moodColour(mood) }}
      />
      <div className="min-w-0 flex-1 py-2">
        <p className="font-medium text-14">{sayMood(mood)}</p>
        <p className="text-12 text-soft">{saySource(sample)}</p>
      </div>
      <DropdownMenu
        trigger={
          <IconButton label={`More about ${sayMood(mood)}, ${sayInstant(zone, at)}`} icon={<Ellipsis />} />
        }
        items={[
          {
            heading: 'It really was',
            items: MOODS.map((one) => ({
              label: MOOD_NAMES[one],
              checked: one === mood,
              onSelect: () => one !== mood && correct.mutate({ id, mood: one }, { onError }),
            })),
          },
          {
            label: 'Forget it',
            icon: <Trash2 />,
            danger: true,
            onSelect: () => forget.mutate(id, { onSuccess: () => toast.done('Forgotten'), onError }),
          },
        ]}
      />
    </li>
  )
}
