import { useQuery } from '@tanstack/react-query'
import { sessionsQuery } from '../../sessions-api'
import { SettingsSection } from '../settings-section'
import { Rows } from './rows'
import { SessionList } from './session-list'

/** Every device that is signed in. */
export function SessionsSection() {
  const query = useQuery(sessionsQuery)
  return (
    <SettingsSection
      title="Where you are signed in"
      lead="If you do not know one of these, sign it out and change your password."
    >
      <Rows query={query} loading="Loading your devices">
        {(sessions) => <SessionList sessions={sessions} now={query.dataUpdatedAt} />}
      </Rows>
    </SettingsSection>
  )
}
