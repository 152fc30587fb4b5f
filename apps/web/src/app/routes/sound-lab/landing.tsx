import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Library } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { itemsIn, libraryQuery } from '@/features/sound-lab/api'
import { LandingNumbers } from '@/features/sound-lab/components/landing-numbers'
import { LandingStory } from '@/features/sound-lab/components/landing-story'
import { LandingWave } from '@/features/sound-lab/components/landing-wave'
import { Panel } from '@/features/sound-lab/components/panel'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { useComeBack } from '../../use-come-back'
import { AddRecordings } from './add-recordings'
import { Arrivals } from './arrivals'
import { LabPage } from './lab-page'

const LATELY = 5
const LEAD =
  'Add a recording and see what it is made of: tempo, key, loudness, songs and what is heard in it.'

/** What the Sound Lab is; for members the way into theirs. */
export function SoundLab() {
  const { user } = useSession()
  return user ? <MyLab /> : <ForStrangers />
}

function MyLab() {
  useLabNews()
  const { data, error, refetch } = useInfiniteQuery(libraryQuery({}, LATELY))
  const items = itemsIn(data)
  return (
    <LabPage title="Sound Lab" lead={LEAD}>
      <div className="flex flex-col gap-8">
        <AddRecordings />
        {data === undefined && error && (
          <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
        )}
        {data === undefined && !error && <Skeleton className="h-80" />}
        {items.length > 0 && (
          <>
            <section aria-labelledby="lately">
              <header className="mb-3 flex min-h-11 items-center justify-between gap-4">
                <h2 id="lately" className="text-20">
                  Lately
                </h2>
                <Link to="/sound-lab/library" className={buttonStyles({ size: 'small' })}>
                  <Library aria-hidden />
                  All of them
                </Link>
              </header>
              <Arrivals items={items} />
            </section>
            {items.length > 1 && (
              <Panel title="Your library, end to end">
                <LandingNumbers />
              </Panel>
            )}
          </>
        )}
        {data && items.length === 0 && <LandingStory />}
      </div>
    </LabPage>
  )
}

function ForStrangers() {
  const next = useComeBack()
  return (
    <LabPage title="Sound Lab" lead={LEAD}>
      <div className="flex flex-col gap-8">
        <Panel glow className="overflow-hidden">
          <LandingWave />
          <div className="mt-6 flex flex-wrap gap-3">
            <Link
              to="/login"
              search={{ next }}
              className={buttonStyles({ variant: 'inverse', size: 'large' })}
            >
              Log in to add a recording
            </Link>
            <Link to="/sound-lab/gallery" className={buttonStyles({ size: 'large' })}>
              Look at a file that stays with you
            </Link>
          </div>
        </Panel>
        <LandingStory />
      </div>
    </LabPage>
  )
}
