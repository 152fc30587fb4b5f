import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { ConfettiScene } from '../scenes/confetti-scene'
import { DoorScene } from '../scenes/door-scene'
import { MicrophoneScene } from '../scenes/microphone-scene'
import { PhonesScene } from '../scenes/phones-scene'
import { StageScene } from '../scenes/stage-scene'

/** Five drawn photos of one night as a wall, the stage the largest. */
export function PhotoWall({ className }: { className?: string }) {
  return (
    <div className={cn('grid grid-cols-4 grid-rows-3 gap-1', className)}>
      <Photo width={160} className="col-span-4 row-span-2">
        <StageScene />
      </Photo>
      {[
        <MicrophoneScene key="microphone" />,
        <PhonesScene key="phones" />,
        <ConfettiScene key="confetti" />,
        <DoorScene key="door" />,
      ].map((scene) => (
        <Photo key={scene.key}>{scene}</Photo>
      ))}
    </div>
  )
}

function Photo({
  width = 100,
  className,
  children,
}: {
  width?: number
  className?: string
  children: ReactNode
}) {
  return (
    <svg
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={cn('size-full min-h-0 rounded-small', className)}
    >
      {children}
    </svg>
  )
}
