import type { CSSProperties, ReactNode } from 'react'
import { useMemo } from 'react'
import { colourAt, fieldStyle, type Place } from '@/features/moods/field'
import { cn } from '@/lib/cn'
import { usePageTitle } from '@/lib/hooks'
import { tintStyle } from '@/ui/tint'
import '@/features/sound-lab/components/lab.css'

type DjStageProps = {
  /** Where the light is: the page takes its tint from there. */
  place: Place
  /** Above the title. */
  tabs?: ReactNode
  /** What the mood is. */
  word: ReactNode
  field: ReactNode
  /** Under the field. */
  foot?: ReactNode
  /** Beside the field, or under it where there is no room. */
  panel: ReactNode
}

/** The page as one field of colour, and on frosted glass what answers. */
export function DjStage({ place, tabs, word, field, foot, panel }: DjStageProps) {
  usePageTitle('MoodDJ')
  const colour = colourAt(place)
  const style = useMemo(() => ({ ...fieldStyle, ...tintStyle(colour) }) as CSSProperties, [colour])
  return (
    <div className="mood-page tinted" style={style}>
      <div aria-hidden className="mood-ground" />
      <div className="mood-layout px-4 pt-[calc(var(--header,0px)+0.5rem)] pb-6 sm:px-8 sm:pt-[calc(var(--header,0px)+1.5rem)] lg:py-0">
        <div className="mood-stage flex min-w-0 flex-col lg:py-6">
          {tabs}
          <h1 tabIndex={-1} className="mt-5 font-medium font-text text-14 text-soft tracking-normal">
            MoodDJ
          </h1>
          {word}
          <div className="mt-3 flex min-h-80 flex-1 flex-col max-lg:h-[46svh] [&>*]:flex-1">{field}</div>
          {foot && <div className="mt-4">{foot}</div>}
        </div>
        <div className={cn('lab-panel lab-glow mt-6 p-4 sm:p-6 lg:mt-6 lg:mb-6')} data-on>
          {panel}
        </div>
      </div>
    </div>
  )
}
