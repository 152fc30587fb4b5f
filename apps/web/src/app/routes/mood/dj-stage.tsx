import type { CSSProperties, ReactNode } from 'react'
import { useMemo } from 'react'
import { colourAt, fieldStyle, type Place } from '@/features/moods/field'
import { usePageTitle } from '@/lib/hooks'
import { tintStyle } from '@/ui/tint'
import '@/features/sound-lab/components/lab.css'

type DjStageProps = {
  /** Where the light is: the page takes its tint from there. */
  place: Place
  /** Above all of it. */
  tabs?: ReactNode
  /** What the mood is, and beside it the camera. */
  word: ReactNode
  camera?: ReactNode
  field: ReactNode
  /** Beside the field, or under it where there is no room. */
  panel: ReactNode
}

/** The page as one field of colour, and on frosted glass what answers. */
export function DjStage({ place, tabs, word, camera, field, panel }: DjStageProps) {
  usePageTitle('MoodDJ')
  const colour = colourAt(place)
  const style = useMemo(() => ({ ...fieldStyle, ...tintStyle(colour) }) as CSSProperties, [colour])
  return (
    <div className="mood-page tinted" style={style}>
      <div aria-hidden className="mood-ground" />
      <div className="mood-layout px-4 pb-6 sm:px-8 lg:pb-0">
        <div className="mood-stage flex min-w-0 flex-col pt-[calc(var(--header,0px)+0.5rem)] sm:pt-[calc(var(--header,0px)+1.5rem)] lg:pb-6">
          {tabs}
          <h1 tabIndex={-1} className={tabs ? 'sr-only' : 'mt-4 font-medium font-text text-14 text-soft'}>
            MoodDJ
          </h1>
          <div className="mt-4 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
            {word}
            {camera}
          </div>
          <div className="mt-3 flex h-[40svh] min-h-72 flex-col lg:h-auto lg:flex-1 [&>*]:flex-1">
            {field}
          </div>
        </div>
        <div
          data-on
          className="lab-panel lab-glow mt-6 p-4 sm:p-6 lg:mb-6 lg:mt-[calc(var(--header,0px)+1.5rem)]"
        >
          {panel}
        </div>
      </div>
    </div>
  )
}
