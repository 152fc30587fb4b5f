import { Download } from 'lucide-react'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { downloadMade } from '@/lib/download'
import { sayLength } from '@/lib/lengths'
import { Button } from '@/ui/button'
import { useScrub } from '@/ui/use-scrub'
import { PALETTE_GRADIENT } from '../palette'
import { marksOf, sayPoint } from '../picture-axes'
import { imageOf, pngOf } from '../picture-paint'
import type { Picture } from '../pictures'
import { useZoom } from '../use-zoom'
import { TimeAxis } from './timeline-lanes'
import { ZoomButtons } from './zoom-buttons'

type GalleryPictureProps = {
  picture: Picture
  /** "Spectrogram of The last song". */
  title: string
  fileName: string
  duration: number
  /** In seconds; undefined while it does not play. */
  position: number | undefined
  /** Plays from this second. */
  onSeek: (seconds: number) => void
}

const GUTTER = 40

/** A picture of sound with its axes: what lies under the pointer in words, closer by wheel and buttons, kept as PNG. */
export function GalleryPicture({
  picture,
  title,
  fileName,
  duration,
  position,
  onSeek,
}: GalleryPictureProps) {
  const { scroller, view, width, ...zooming } = useZoom(duration, GUTTER)
  const { zoom } = zooming
  const canvas = useRef<HTMLCanvasElement>(null)
  const [height, setHeight] = useState(0)
  const marks = useMemo(() => marksOf(picture), [picture])
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(imageOf(picture), 0, 0)
  }, [picture])
  const span = view.to - view.from
  const at = (moment: number) => `${((moment - view.from) / span) * 100}%`
  const { slider, shown, pointed } = useScrub({
    label: `Position in the ${title}`,
    position: position ?? 0,
    length: duration,
    onSeek,
    view,
  })
  const onPointerMove = (event: PointerEvent) => {
    const { top, height: all } = event.currentTarget.getBoundingClientRect()
    setHeight(1 - (event.clientY - top) / Math.max(1, all))
    slider.onPointerMove(event)
  }
  const said = pointed === undefined ? undefined : sayPoint(picture, pointed, height)
  const keep = () => void pngOf(picture, title, duration).then((png) => downloadMade(png, fileName))
  return (
    <figure aria-label={title}>
      <div className="mb-2 flex min-h-11 flex-wrap items-center gap-x-3">
        <p className="min-w-0 flex-1 truncate text-14 text-soft max-sm:basis-full">
          {pointed !== undefined && said ? (
            <>
              <span className="mr-2 font-medium text-ink tabular-nums">{sayLength(pointed)}</span>
              {said}
            </>
          ) : (
            'Point at the picture to read it.'
          )}
        </p>
        <span className="ml-auto flex shrink-0 items-center">
          <ZoomButtons {...zooming} />
          <Button size="small" className="ml-2" onClick={keep}>
            <Download aria-hidden />
            PNG
          </Button>
        </span>
      </div>
      <div ref={scroller} className="overflow-x-auto overflow-y-hidden">
        <div style={{ width: width > 0 ? GUTTER + width * zoom : undefined }}>
          <div className="sticky left-0 pt-2" style={{ width: width + GUTTER, paddingLeft: GUTTER }}>
            <div className="relative h-72 sm:h-104">
              {marks.map(({ words, height }) => (
                <span
                  key={words}
                  aria-hidden
                  className="absolute translate-y-1/2 pr-2 text-right text-[11px] text-soft tabular-nums leading-none"
                  style={{ left: -GUTTER, width: GUTTER, bottom: `${height * 100}%` }}
                >
                  {words}
                </span>
              ))}
              <div
                {...slider}
                onPointerMove={onPointerMove}
                className="absolute inset-0 touch-pan-y select-none overflow-hidden rounded-small"
              >
                <canvas
                  ref={canvas}
                  role="img"
                  aria-label={title}
                  width={picture.width}
                  height={picture.height}
                  className="absolute top-0 h-full max-w-none"
                  style={{
                    imageRendering: 'pixelated',
                    left: at(0),
                    width: `${((picture.width * picture.step) / span) * 100}%`,
                  }}
                />
                {position !== undefined && (
                  <span
                    aria-hidden
                    className="pointer-events-none absolute inset-y-0 -ml-px w-0.5 bg-white ring-1 ring-black/60"
                    style={{ left: at(shown) }}
                  />
                )}
              </div>
            </div>
            <div className="mt-1">
              <TimeAxis view={view} width={width} />
            </div>
          </div>
        </div>
      </div>
      <figcaption className="mt-3 flex items-center gap-2 text-12 text-soft">
        {sayEnd(picture, picture.range.least)}
        <span aria-hidden className="h-2 w-40 rounded-full" style={{ background: PALETTE_GRADIENT }} />
        {sayEnd(picture, picture.range.most)}
      </figcaption>
    </figure>
  )
}

const sayEnd = ({ range }: Picture, value: number) =>
  range.unit === 'dB'
    ? `${String(value).replace('-', '−')} dB`
    : value === range.least
      ? 'nothing'
      : 'strongest'
