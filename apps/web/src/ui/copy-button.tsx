import { Copy } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from './button'
import { toast } from './toast'

type CopyButtonProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'pending' | 'children'> & {
  text: string
  /** Said when it is done, "Codes copied". */
  done: string
  children: ReactNode
}

/** Copies a text; where the browser refuses, as it does without https, says so. */
export function CopyButton({ text, done, children, ...button }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast.done(done)
    } catch {
      toast.note('The browser does not let us copy here. Select the text and copy it by hand.')
    }
  }
  return (
    <Button {...button} onClick={() => void copy()}>
      <Copy aria-hidden />
      {children}
    </Button>
  )
}
