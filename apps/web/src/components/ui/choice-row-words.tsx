import type { ReactNode } from 'react'

export type ChoiceRowWordsProps = {
  label: ReactNode
  detail?: ReactNode
  /** Stands at the right edge, such as the price of an extra. */
  end?: ReactNode
}

/** What a row beside a checkbox or a radio button says. Stands in a `group`, whose choice makes it bold. */
export const ChoiceRowWords = ({ label, detail, end }: ChoiceRowWordsProps) => (
  <>
    <span className="min-w-0 flex-1 group-has-checked:font-[640]">
      {label}
      {detail && <span className="type-hint block font-medium text-muted-foreground">{detail}</span>}
    </span>
    {end && (
      <span className="figures text-muted-foreground group-has-checked:font-bold group-has-checked:text-ink">
        {end}
      </span>
    )}
  </>
)
