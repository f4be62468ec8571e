'use client'

import type { WebhookDelivery } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'

const known = [
  'TIMEOUT',
  'CONNECTION_FAILED',
  'RESPONSE_TOO_LARGE',
  'NAME_UNKNOWN',
  'ADDRESS_NOT_PUBLIC',
] as const

/** What came of a delivery's last attempt, in words. */
export function useReason(): (delivery: Pick<WebhookDelivery, 'lastStatus' | 'lastError'>) => string {
  const t = useTranslations('webhooks.reasons')
  return ({ lastStatus, lastError }) => {
    if (lastStatus !== null) return t('status', { status: lastStatus })
    return t(known.find((code) => code === lastError) ?? 'other')
  }
}
