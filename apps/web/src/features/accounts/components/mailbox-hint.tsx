import { useQuery } from '@tanstack/react-query'
import { instanceQuery } from '../instance'

/** Where to look for mail on a server that sends none; nothing anywhere else. */
export function MailboxHint() {
  const { data } = useQuery(instanceQuery)
  if (!data?.mailbox) return null
  return (
    <p className="mt-4 text-14 text-soft">
      This server keeps its mail to itself.{' '}
      <a
        href="/dev/mailbox"
        target="_blank"
        rel="noreferrer"
        className="text-ink underline underline-offset-4"
      >
        Look in its mailbox
      </a>
    </p>
  )
}
