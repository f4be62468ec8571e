'use client'

import { ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'

/** An allergy as the guest wrote it: never cut off. */
export function AllergyChip({ note }: { note: string }) {
  const t = useTranslations('staffBoard')
  if (!note) return null
  return (
    <Chip
      tone="danger"
      icon={<ShieldAlert size={16} strokeWidth={2.4} aria-hidden />}
      className="justify-self-start"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-extrabold">{t('allergy')}:</span> <span dir="auto">{note}</span>
      </span>
    </Chip>
  )
}
