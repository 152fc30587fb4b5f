import { Monitor, Moon, Sun } from 'lucide-react'
import { chooseTheme, type ThemeChoice, useTheme } from '@/lib/theme'
import { Segmented } from '@/ui/segmented'

const OPTIONS = [
  {
    value: 'dark',
    label: (
      <>
        <Moon aria-hidden /> Dark
      </>
    ),
  },
  {
    value: 'light',
    label: (
      <>
        <Sun aria-hidden /> Light
      </>
    ),
  },
  {
    value: 'system',
    label: (
      <>
        <Monitor aria-hidden /> System
      </>
    ),
  },
] as const satisfies readonly { value: ThemeChoice; label: unknown }[]

/** The lights of the house, on this device. */
export function Appearance() {
  const { choice } = useTheme()
  return (
    <Segmented
      label="Theme"
      options={OPTIONS}
      value={choice}
      onChange={chooseTheme}
      className="w-full max-w-md"
    />
  )
}
