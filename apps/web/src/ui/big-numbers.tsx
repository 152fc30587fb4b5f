export type BigNumber = { value: string | number; label: string }

/** A few facts as large type: "12 nights · 2016 the first". */
export function BigNumbers({ numbers }: { numbers: readonly BigNumber[] }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-4">
      {numbers.map(({ value, label }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-14 text-soft">{label}</dt>
          <dd className="font-bold font-display text-28 tabular-nums tracking-tight sm:text-40">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
