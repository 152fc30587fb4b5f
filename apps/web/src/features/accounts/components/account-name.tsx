import { useSession } from '../session'

/** Tells a password manager whose password the form asks for; people do not meet it. */
export function AccountName() {
  const { user } = useSession()
  return (
    <input
      type="text"
      name="username"
      autoComplete="username"
      value={user?.username ?? ''}
      readOnly
      tabIndex={-1}
      aria-hidden
      className="hidden"
    />
  )
}
