import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../icon-button'

type MapButtonsProps = { map: { zoom(steps: number): void }; children?: ReactNode }

/** What brings a map closer or farther away, in its corner; `children` are its other buttons. */
export const MapButtons = ({ map, children }: MapButtonsProps) => (
  <div className="absolute top-2 right-2 flex flex-col rounded-control bg-raised/90 shadow-float">
    <IconButton label="Closer" icon={<Plus />} onClick={() => map.zoom(1)} />
    <IconButton label="Farther" icon={<Minus />} onClick={() => map.zoom(-1)} />
    {children}
  </div>
)
