import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { instanceQuery } from '@/features/accounts/instance'
import { ImportList } from '@/features/imports/components/import-list'
import { NewImport } from '@/features/imports/components/new-import'

/** Brings my past, and what I brought before. */
export function SettingsImports() {
  const navigate = useNavigate()
  const { data: instance } = useQuery(instanceQuery)
  return (
    <>
      <SettingsSection
        title="Bring your past"
        lead="Years of concerts in a minute: from a file you have, looked at before it is added, and undone as a whole if you like."
      >
        <NewImport
          sources={instance?.imports ?? ['csv', 'ics', 'export']}
          onRead={({ id }) => void navigate({ to: '/settings/imports/$importId', params: { importId: id } })}
        />
      </SettingsSection>
      <SettingsSection title="Brought so far">
        <ImportList />
      </SettingsSection>
    </>
  )
}
