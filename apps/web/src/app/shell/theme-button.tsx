import { Moon, Sun } from 'lucide-react'
import { chooseTheme, useTheme } from '@/lib/theme'
import { IconButton } from '@/ui/icon-button'

/** Lights up or down. "Follow the system" is chosen in the settings. */
export function ThemeButton() {
  const { theme } = useTheme()
  const dark = theme === 'dark'
  return (
    <IconButton
      label={dark ? 'Turn the lights up' : 'Turn the lights down'}
      icon={dark ? <Sun /> : <Moon />}
      onClick={() => chooseTheme(dark ? 'light' : 'dark')}
    />
  )
}
