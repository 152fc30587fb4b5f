import { LabPage } from './lab-page'

/** What the Sound Lab is. */
export function SoundLab() {
  return (
    <LabPage title="Sound Lab" lead="Tempo, key, loudness, mood and more, found in your recordings.">
      <p />
    </LabPage>
  )
}
