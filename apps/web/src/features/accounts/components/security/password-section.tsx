import { useState } from 'react'
import { Button } from '@/ui/button'
import { SettingsSection } from '../settings-section'
import { ChangePassword } from './change-password'

/** The way to another password. */
export function PasswordSection() {
  const [changing, setChanging] = useState(false)
  return (
    <SettingsSection title="Password" lead="A few words in a row are hard to guess and easy to remember.">
      <Button onClick={() => setChanging(true)}>Change the password</Button>
      <ChangePassword open={changing} onOpenChange={setChanging} />
    </SettingsSection>
  )
}
