'use client'

import { ConciergeBell, ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Sheet } from '@/components/ui/sheet.tsx'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { CallChoice } from './call-choice.tsx'

/** The two things that need a person. */
export function CallSheet({ open }: { open: boolean }) {
  const t = useTranslations('tableSession.call')
  const common = useTranslations('common')
  return (
    <Sheet open={open} onClose={() => closeOverlay('call')} title={t('title')} closeLabel={common('close')}>
      <div className="grid gap-3 pb-safe">
        <CallChoice kind="waiter" icon={<ConciergeBell size={24} />} />
        <CallChoice kind="bill" icon={<ReceiptText size={24} />} />
      </div>
    </Sheet>
  )
}
