import { LabPage } from './lab-page'

/** Pictures of sound. */
export function SoundLabGallery() {
  return (
    <LabPage title="Gallery">
      <p />
    </LabPage>
  )
}
