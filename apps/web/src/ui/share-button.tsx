import { Share } from 'lucide-react'
import { shareLink } from '@/lib/share'
import { IconButton } from './icon-button'
import { toast } from './toast'

type ShareButtonProps = {
  /** The page's path; the host is the one that is open. */
  path: string
  title: string
  /** Why a link would lead others nowhere; it is said instead of sharing. */
  closed?: string | undefined
}

/** Shares a page by the system's sheet or as a copied link, and says which. */
export function ShareButton({ path, title, closed }: ShareButtonProps) {
  const share = async () => {
    if (closed) return toast.note(closed)
    const address = new URL(path, window.location.href).href
    const way = await shareLink(address, title)
    if (way === 'copied') toast.done('Link copied')
    if (way === 'refused') toast.note(`Copy it by hand: ${address}`)
  }
  return <IconButton label="Share" icon={<Share />} onClick={() => void share()} />
}
