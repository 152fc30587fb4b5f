import { LocateFixed } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import type { At } from '@/ui/world-map/circle'
import { PinMap } from '@/ui/world-map/pin-map'
import { RADIUS } from '../desk-form'
import { CoordinateFields } from './coordinate-fields'

type LocationFieldProps = {
  pin: At | null
  /** As typed, in metres. */
  radius: string
  onPin: (pin: At) => void
  onRadius: (radius: string) => void
  errors: { location: string | undefined; geofence_radius: string | undefined }
  /** Get the fields that take the focus where something is wrong. */
  pinRef: (field: HTMLInputElement | null) => void
  radiusRef: (field: HTMLInputElement | null) => void
}

/** Where it is: a pin that is dragged, moved by keys or typed, and the circle in which people arrive. */
export function LocationField({ pin, radius, onPin, onRadius, errors, ...refs }: LocationFieldProps) {
  const metres = Math.min(RADIUS.most, Math.max(RADIUS.least, Number(radius) || RADIUS.usual))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium text-14">On the map</legend>
      <PinMap
        label="Where it is: click to put the pin there"
        pinLabel="Pin: drag it, or move it with the arrow keys by 10 metres, with Shift by 100"
        pin={pin}
        radius={metres}
        onMove={onPin}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <UseWhereIAm onPin={onPin} />
        <p className="min-w-0 flex-1 basis-52 text-12 text-soft">
          {pin
            ? 'Drag the pin to the door. Inside the circle people can arrive.'
            : 'Click where it is, pick a venue or a city, or type the coordinates.'}
        </p>
      </div>
      {errors.location && (
        <p role="alert" className="mt-1 text-14 text-danger">
          {errors.location}
        </p>
      )}
      <div className="mt-4 grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-[1fr_1fr_1.4fr] sm:gap-x-4">
        <CoordinateFields pin={pin} onPin={onPin} focusRef={refs.pinRef} />
        <TextField
          ref={refs.radiusRef}
          label="Circle"
          hint="Metres round the pin"
          inputMode="numeric"
          autoComplete="off"
          value={radius}
          onChange={({ target }) => onRadius(target.value)}
          error={errors.geofence_radius}
          className="max-sm:col-span-2"
        />
      </div>
    </fieldset>
  )
}

/** Puts the pin where the device is; it is asked for by the tap alone. */
function UseWhereIAm({ onPin }: Pick<LocationFieldProps, 'onPin'>) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle')
  const ask = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setState('idle')
        onPin({ latitude, longitude })
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  if (!('geolocation' in navigator)) return null
  return (
    <>
      <Button size="small" pending={state === 'asking'} onClick={ask}>
        <LocateFixed aria-hidden />
        Use where I am
      </Button>
      {state === 'refused' && (
        <p role="alert" className="basis-full text-14 text-soft">
          This device does not say where it is. Click on the map instead.
        </p>
      )}
    </>
  )
}
