import type { CSSProperties, ReactNode } from 'react'
import { useSession } from '@/features/accounts/session'
import { cn } from '@/lib/cn'
import { usePageTitle } from '@/lib/hooks'
import { type BigNumber, BigNumbers } from '@/ui/big-numbers'
import { StageLight } from '@/ui/stage-light'
import type { TintSource } from '@/ui/tint'
import './stage-page.css'

type StagePageProps = {
  tint: TintSource
  /** What it is, above the name: "Artist", or a picture of who it is. */
  kind: ReactNode
  /** The h1 and the document's title. */
  name: string
  /** Under the name. */
  lead?: ReactNode
  /** The address of a picture to stand beside the name. */
  picture?: string | undefined
  numbers: readonly BigNumber[]
  /** Buttons at the top. */
  actions?: ReactNode
  /** The context column; under the page where there is no room beside it. */
  aside?: ReactNode
  children: ReactNode
}

/** The page of an artist, a venue or a person: its name large under its own light. */
export function StagePage({ tint, kind, name, picture, ...rest }: StagePageProps) {
  const { lead, numbers, actions, aside, children } = rest
  const { user } = useSession()
  usePageTitle(name)
  return (
    <StageLight tint={tint} from={picture ? '70%' : '35%'}>
      <div
        className={cn(
          'mx-auto w-full px-4 pt-[calc(var(--header,0px)+0.5rem)] pb-16 sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)]',
          user ? 'max-w-5xl xl:max-w-7xl' : 'max-w-6xl',
        )}
      >
        <div className="mb-2 flex min-h-11 items-center justify-end gap-1">{actions}</div>
        <header className="stage-head" data-picture={picture ? true : undefined}>
          <div className="stage-words">
            <div className="text-14 text-soft">{kind}</div>
            <h1
              tabIndex={-1}
              className="stage-name"
              style={longestWord(name)}
              data-long={name.length > SHORT || undefined}
            >
              {name}
            </h1>
            {lead && <div className="wrap-anywhere mt-2 text-16 text-soft">{lead}</div>}
            <div className="mt-6">
              <BigNumbers numbers={numbers} />
            </div>
          </div>
          {picture && <img src={picture} alt="" className="stage-picture" />}
        </header>
        <div
          className={cn(
            'mt-10 grid gap-10 sm:mt-12',
            aside && 'xl:grid-cols-[minmax(0,1fr)_22rem] xl:gap-12',
          )}
        >
          <div className="flex min-w-0 flex-col gap-10">{children}</div>
          {aside && <aside className="flex min-w-0 flex-col gap-10">{aside}</aside>}
        </div>
      </div>
    </StageLight>
  )
}

/** Up to here a name is set in the largest type. */
const SHORT = 26

/** How many letters have to stand on one line. */
const longestWord = (name: string) =>
  ({ '--letters': Math.max(4, ...name.split(/[\s-]/).map((word) => word.length)) }) as CSSProperties
