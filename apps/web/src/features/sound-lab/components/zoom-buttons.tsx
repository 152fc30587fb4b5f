import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '@/ui/icon-button'
import type { useZoom } from '../use-zoom'

/** How much closer one step brings. */
export const CLOSER = 2

type ZoomButtonsProps = Pick<ReturnType<typeof useZoom>, 'zoom' | 'most' | 'zoomBy' | 'zoomOut'> & {
  /** Stays in sight while it comes closer, in seconds; else the middle does. */
  around?: number | undefined
}

/** What brings a picture along time closer, farther away, and whole into sight. */
export const ZoomButtons = ({ zoom, most, zoomBy, zoomOut, around }: ZoomButtonsProps) => (
  <>
    <IconButton label="Zoom out" icon={<ZoomOut />} disabled={zoom <= 1} onClick={() => zoomBy(1 / CLOSER)} />
    <IconButton
      label="Zoom in"
      icon={<ZoomIn />}
      disabled={zoom >= most}
      onClick={() => zoomBy(CLOSER, around)}
    />
    <IconButton label="Show all" icon={<Maximize2 />} disabled={zoom <= 1} onClick={zoomOut} />
  </>
)
