import type { MoodSummary } from '@sharemyshows/contract/moods'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ListMusic, Smile } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { ForgetMoods } from '@/features/moods/components/forget-moods'
import { HistoryCharts } from '@/features/moods/components/history-charts'
import { SampleList } from '@/features/moods/components/sample-list'
import { mostOften } from '@/features/moods/history'
import { type HistoryAsk, SPANS, type Span, USUAL_SPAN } from '@/features/moods/history-address'
import { moodSummaryQuery } from '@/features/moods/history-api'
import { useMoodNews } from '@/features/moods/use-mood-news'
import { PlayedList } from '@/features/music/components/played-list'
import { MoodPlaylistDialog } from '@/features/playlists/components/mood-playlist-dialog'
import { Panel } from '@/features/sound-lab/components/panel'
import { cn } from '@/lib/cn'
import { dateIn } from '@/lib/dates'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { sayProblem } from '@/lib/problem'
import { BigNumbers } from '@/ui/big-numbers'
import { Button, buttonStyles } from '@/ui/button'
import { chartWaiting } from '@/ui/chart-figure'
import { ChoiceChips } from '@/ui/choice-chips'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Segmented } from '@/ui/segmented'
import { MoodPage } from './mood-page'
import { PlayTrack } from './play-track'

const route = getRouteApi('/member/mood/history')
const NAMES: Readonly<Record<Span, string>> = { 7: 'Week', 30: 'Month', 90: 'Quarter', 365: 'Year' }

/** What my moods were, when, and what I played in them. */
export function MoodHistory() {
  useMoodNews()
  const ask = route.useSearch()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const days = ask.days ?? USUAL_SPAN
  const summary = useQuery(moodSummaryQuery(days))
  const change = (next: HistoryAsk) => void navigate({ search: next, resetScroll: false })
  if (user === null) return null
  const zone = user.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <MoodPage
      title="History"
      lead="Yours alone, and kept until you forget it."
      actions={
        <Segmented
          label="How far back"
          value={String(days)}
          options={SPANS.map((span) => ({ value: String(span), label: NAMES[span] }))}
          onChange={(value) => {
            const span = SPANS.find((one) => String(one) === value)
            change({
              ...(ask.mood && { mood: ask.mood }),
              ...(span && span !== USUAL_SPAN && { days: span }),
            })
          }}
        />
      }
    >
      {summary.data === undefined ? (
        summary.error ? (
          <ErrorState message={sayProblem(summary.error)} onRetry={() => void summary.refetch()} />
        ) : (
          <div role="status">
            <span className="sr-only">Loading your moods</span>
            {chartWaiting}
          </div>
        )
      ) : (
        <>
          {summary.data.total === 0 ? (
            <NoMoods />
          ) : (
            <Overview summary={summary.data} days={days} today={dateIn(zone)} />
          )}
          <Lists ask={ask} days={days} zone={zone} any={summary.data.total > 0} onChange={change} />
        </>
      )}
    </MoodPage>
  )
}

function Overview({ summary, days, today }: { summary: MoodSummary; days: number; today: string }) {
  const { total, moods, corrected } = summary
  const most = mostOften(moods)
  return (
    <Panel>
      <BigNumbers
        numbers={[
          { value: total, label: total === 1 ? 'mood' : 'moods' },
          ...(most ? [{ value: MOOD_NAMES[most], label: `most often, ${moods[most]} of ${total}` }] : []),
          ...(corrected > 0 ? [{ value: corrected, label: 'put right by you' }] : []),
        ]}
      />
      <div className="mt-8">
        <HistoryCharts summary={summary} days={days} today={today} />
      </div>
    </Panel>
  )
}

type ListsProps = {
  ask: HistoryAsk
  days: number
  zone: string
  any: boolean
  onChange: (ask: HistoryAsk) => void
}

function Lists({ ask, days, zone, any, onChange }: ListsProps) {
  const { mood } = ask
  const [making, setMaking] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      {any && (
        <div className="mt-8 mb-4">
          <ChoiceChips
            label="Which mood"
            value={mood}
            options={[
              { value: undefined, label: 'All moods' },
              ...MOODS.map((one) => ({ value: one, label: MOOD_NAMES[one] })),
            ]}
            onChange={(next) => {
              const { mood: _, ...rest } = ask
              onChange({ ...rest, ...(next && { mood: next }) })
            }}
          />
        </div>
      )}
      <div className={cn('grid gap-6', any && 'lg:grid-cols-2 lg:items-start')}>
        {any && (
          <Panel title="One by one" action={<ForgetMoods />} className="min-w-0">
            <SampleList days={days} mood={mood} zone={zone} />
          </Panel>
        )}
        <Panel
          title="What you played"
          className="min-w-0"
          action={
            <Button size="small" onClick={() => setMaking(true)}>
              <ListMusic aria-hidden />
              Make a playlist
            </Button>
          }
        >
          <PlayedList
            days={days}
            mood={any ? mood : undefined}
            now={Date.now()}
            play={(track) => <PlayTrack track={track} tracks={[track]} />}
          />
        </Panel>
      </div>
      {making && (
        <MoodPlaylistDialog
          mood={mood}
          days={days}
          onClose={() => setMaking(false)}
          onMade={({ id }) => void navigate({ to: '/playlists/$playlistId', params: { playlistId: id } })}
        />
      )}
    </>
  )
}

function NoMoods() {
  return (
    <EmptyState
      icon={<Smile />}
      title="No moods in this time"
      action={
        <Link to="/mood" className={buttonStyles({ variant: 'inverse' })}>
          Open MoodDJ
        </Link>
      }
    >
      Each mood you choose or show MoodDJ is drawn here, by day, hour and weekday.
    </EmptyState>
  )
}
