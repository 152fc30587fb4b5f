import { Download, Printer } from 'lucide-react'
import { createPortal } from 'react-dom'
import { downloadMade } from '@/lib/download'
import { Button } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'
import './recovery-codes.css'

const TITLE = 'ShareMyShows recovery codes'

/** Recovery codes, to be copied, downloaded or printed. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const text = `${TITLE}\n${window.location.host}\n\n${codes.join('\n')}\n\nEach works once.\n`
  return (
    <>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-control bg-raised p-4 font-mono text-14 tabular-nums"
      >
        {codes.map((code) => (
          <li key={code} className="select-all text-center">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton size="small" text={codes.join('\n')} done="Codes copied" aria-label="Copy the codes">
          Copy
        </CopyButton>
        <Button size="small" onClick={() => download(text)}>
          <Download aria-hidden />
          Download
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden />
          Print
        </Button>
      </div>
      {createPortal(<pre className="print-sheet">{text}</pre>, document.body)}
    </>
  )
}

const download = (text: string) =>
  downloadMade(new Blob([text], { type: 'text/plain' }), 'sharemyshows-recovery-codes.txt')
