'use client'

import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { useVerb } from './use-verb.ts'

type VerbButtonProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'busy'> & {
  work: () => Promise<unknown>
}

/** A button that sends one change and stays busy until the page shows it. */
export function VerbButton({ work, ...button }: VerbButtonProps) {
  const { busy, run } = useVerb()
  return <Button {...button} busy={busy} onClick={() => void run(work)} />
}
