import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** One that was merged away leads to what it has become: the address becomes that of the latter. */
export function useSurvivor({ asked, found }: { asked: string; found: string | undefined }): void {
  const { history } = useRouter()
  useEffect(() => {
    if (found === undefined || found === asked) return
    history.replace(history.location.href.replace(asked, found))
  }, [history, asked, found])
}
