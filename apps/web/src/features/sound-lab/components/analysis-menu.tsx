import type { Analysis } from '@sharemyshows/contract/analysis'
import { Download, RotateCw } from 'lucide-react'
import { downloadMade } from '@/lib/download'
import { Button } from '@/ui/button'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { EXPORTS, fileOf } from '../exports'

type AnalysisMenuProps = {
  analysis: Analysis
  title: string
  /** Undefined for whoever may not, or while it is under way. */
  onAgain: (() => void) | undefined
}

/** What can be done with an analysis: save it, and with one's own have it made anew. */
export function AnalysisMenu({ analysis, title, onAgain }: AnalysisMenuProps) {
  return (
    <>
      {onAgain && (
        <Button onClick={onAgain}>
          <RotateCw aria-hidden />
          Analyse again
        </Button>
      )}
      <DropdownMenu
        trigger={
          <Button>
            <Download aria-hidden />
            Export
          </Button>
        }
        items={EXPORTS.map(({ what, label }) => ({
          label,
          onSelect: () => {
            const { content, name } = fileOf(what, analysis, title)
            downloadMade(content, name)
          },
        }))}
      />
    </>
  )
}
