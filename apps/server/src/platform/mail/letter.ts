/** One mail as data: its plain text and its HTML are both drawn from it, and say the same. */
export type Letter = {
  to: string
  subject: string
  /** Who it is for, as she calls herself here. */
  name: string
  /** Others whom it names. */
  names?: readonly string[]
  /** What mail programs show beside the subject before the mail is opened. */
  preview: string
  heading: string
  paragraphs: readonly string[]
  /** Six digits, shown large. */
  code?: string
  button?: { label: string; href: string }
  /** How long the code or the button works. */
  expiry?: string
  /** What to do if one did not ask for this. */
  security?: string
  /** Where it comes from: the address of this server. */
  home: string
}
