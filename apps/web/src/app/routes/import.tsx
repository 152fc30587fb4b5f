import type { Import as AnImport } from '@sharemyshows/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useSession } from '@/features/accounts/session'
import { importQuery } from '@/features/imports/api'
import { ForgetButton } from '@/features/imports/components/forget-button'
import { ImportView } from '@/features/imports/components/import-view'
import { announce, headOf, isUnderWay, nameOf } from '@/features/imports/model'
import { useImportNews } from '@/features/imports/news'
import { chosenAudience } from '@/features/shows/form-values'
import { sayShortDate } from '@/lib/dates'
import { sayBytes } from '@/lib/sizes'
import { Page } from '../shell/page'
import { PageSkeleton } from '../shell/page-skeleton'
import { Thing } from '../shell/thing'

const route = getRouteApi('/member/settings/imports/$importId')
const MISSING = { title: 'No such import', message: 'It was deleted, or it is somebody else’s.' }

/** One import, from reading its file to undoing it. */
export function Import() {
  const { importId } = route.useParams()
  useImportNews()
  const query = useQuery(importQuery(importId))
  return (
    <Thing query={query} missing={MISSING} waiting={<PageSkeleton />}>
      {(one) => <Opened one={one} />}
    </Thing>
  )
}

function Opened({ one }: { one: AnImport }) {
  const { user } = useSession()
  useFocusKeptInPage(`${one.state} ${one.phase}`)
  return (
    <Page title={headOf(one)} lead={<About one={one} />}>
      <p role="status" className="sr-only">
        {announce(one)}
      </p>
      <ImportView one={one} audience={chosenAudience(user?.default_audience)} />
    </Page>
  )
}

function About({ one }: { one: AnImport }) {
  const navigate = useNavigate()
  const { file_size: size, attribution } = one
  const facts = [nameOf(one), size !== null && sayBytes(size), sayShortDate(one.created_at.slice(0, 10))]
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <Link to="/settings/imports" className="-ml-1.5 inline-flex min-h-11 items-center gap-1 hover:text-ink">
        <ChevronLeft aria-hidden className="size-5 shrink-0" />
        Import
      </Link>
      <span className="wrap-anywhere min-w-0 max-sm:order-last max-sm:basis-full">
        {facts.filter(Boolean).join(' · ')}
      </span>
      {attribution && (
        <a href={attribution.url} className="underline underline-offset-2 hover:text-ink max-sm:order-last">
          {attribution.text}
        </a>
      )}
      {!isUnderWay(one) && (
        <span className="max-sm:ml-auto">
          <ForgetButton
            one={one}
            onForgotten={() => void navigate({ to: '/settings/imports', replace: true })}
          />
        </span>
      )}
    </span>
  )
}

/** The button that had the focus goes with its state: the heading, which says what came of it, takes it then. */
function useFocusKeptInPage(state: string) {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === null || document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: false })
  }, [state])
}
