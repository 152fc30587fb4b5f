import { LabPage } from './lab-page'

/** Two recordings beside each other. */
export function SoundLabCompare() {
  return (
    <LabPage title="Compare">
      <p />
    </LabPage>
  )
}
