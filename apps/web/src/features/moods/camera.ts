/** Why there is no camera, or no longer. */
export type NoCamera = 'insecure' | 'none' | 'denied' | 'busy' | 'reader' | 'hidden' | 'ended'

/** What to say of it, and what can be done. */
export const NO_CAMERA: Readonly<Record<NoCamera, string>> = {
  insecure:
    'Browsers give the camera only to pages with https, or on this machine itself at 127.0.0.1. The field and the buttons work here.',
  none: 'No camera was found. The field and the buttons do the same.',
  denied:
    'This browser does not let the page use the camera. Allow it beside the address, then try again. The field and the buttons do the same.',
  busy: 'The camera is in use by another program. Close that, then try again.',
  reader: 'What reads faces could not be loaded. Try again in a moment.',
  hidden: 'The camera stopped when you left the page.',
  ended: 'The camera stopped.',
}

/** What the browser's refusal means. */
export function whyNot(refusal: unknown): NoCamera {
  const name = refusal instanceof DOMException || refusal instanceof Error ? refusal.name : ''
  if (name === 'InsecureError') return 'insecure'
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'reader'
}

/** A small picture of whoever sits before it is all that is asked for, and no sound. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } },
}

/** Asks the browser for the camera; throws what `whyNot` reads. */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('no camera without https', 'InsecureError')
  return navigator.mediaDevices.getUserMedia(WANTED)
}

export const closeCamera = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
