import { LabPage } from './lab-page'

/** Takes recordings and follows them to their results. */
export function SoundLabUpload() {
  return (
    <LabPage title="Upload">
      <p />
    </LabPage>
  )
}
