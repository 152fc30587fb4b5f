import type { Import } from '@sharemyshows/contract/imports'
import { Segmented } from '@/ui/segmented'
import { ORDERS, type Order, orderOf, sayOrder } from '../dates'

const LABELS: Record<Order, string> = {
  '': 'As the file has it',
  'DD/MM/YYYY': 'Day first',
  'MM/DD/YYYY': 'Month first',
  'YYYY/MM/DD': 'Year first',
}

type DatesSectionProps = { one: Import; pending: boolean; onChange: (order: Order) => void }

/** How days in numbers are meant, where the file leaves that open. */
export function DatesSection({ one, pending, onChange }: DatesSectionProps) {
  const order = orderOf(one.date_format)
  return (
    <section aria-labelledby="order-of-days">
      <h2 id="order-of-days" className="text-20">
        How the days are written
      </h2>
      <Segmented
        label="How the days are written"
        options={ORDERS.map((value) => ({ value, label: LABELS[value] }))}
        value={order}
        onChange={onChange}
        className="mt-3 max-sm:grid max-sm:grid-cols-2"
      />
      <p aria-live="polite" className="mt-2 text-14 text-soft">
        {pending ? 'Reading again' : sayOrder(order, one.columns)}
      </p>
    </section>
  )
}
