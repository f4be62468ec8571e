import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'

type Entry = { id: string; name: string; detail: string; verb: string; verbOf: string; onVerb: () => void }
type EntryListProps = { title: string; empty?: string; entries: Entry[] }

/** A panel of things that each can be ended. */
export function EntryList({ title, empty, entries }: EntryListProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className="grid gap-2 rounded-lg bg-surface p-5 shadow-resting">
      <h2 id={titleId} className="type-section">
        {title}
      </h2>
      {entries.length === 0 && <p className="text-muted-foreground">{empty}</p>}
      <ul>
        {entries.map(({ id, name, detail, verb, verbOf, onVerb }) => (
          <li key={id} className="flex items-center gap-3 border-b py-2.5 last:border-b-0">
            <span className="min-w-0 flex-1">
              <span className="type-label block [overflow-wrap:anywhere]">{name}</span>
              <span className="type-hint block text-muted-foreground">{detail}</span>
            </span>
            <Button variant="line" size={44} aria-label={verbOf} onClick={onVerb}>
              {verb}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
