'use client'

import './qr-codes.css'
import { unwrap } from '@repo/api-client'
import { formatTableCode } from '@repo/schemas/rules'
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QrCode } from '@/components/qr-code.tsx'
import { Button } from '@/components/ui/button.tsx'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'

/** The tables' codes, one page each: the restaurant's name, the table, the code, and words for those who cannot scan. */
export function QrCodes({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.qr')
  const board = useQuery({
    queryKey: ['tables', branch.id],
    queryFn: () =>
      unwrap(
        staffApi.tables.branches[':branchId'].tables.$get({ param: { branchId: branch.id }, query: {} }),
      ),
  })
  const tables = board.data?.tables.filter((table) => table.code !== null) ?? []
  return (
    <section className="mx-auto grid max-w-6xl gap-5 p-4.5">
      <header className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <div>
          <h1 className="type-screen">{t('title')}</h1>
          <p className="text-muted-foreground">{t('hint')}</p>
        </div>
        <Button onClick={() => window.print()}>
          <Printer size={20} aria-hidden />
          {t('print', { count: tables.length })}
        </Button>
      </header>
      {board.isError && <p role="alert">{t('notLoaded')}</p>}
      <ol className="qr-sheet">
        {tables.map((table) => (
          <li key={table.id} className="qr-card">
            <p className="type-section">{branch.name}</p>
            <QrCode
              text={`${window.location.origin}/${branch.slug}/${table.code}`}
              label={t('codeOf', { table: table.label })}
            />
            <p className="type-screen">{t('table', { table: table.label })}</p>
            <p>{t('scan')}</p>
            <p className="type-hint">
              {t('cannotScan')}
              <br />
              <strong>
                {window.location.host}/{branch.slug}
              </strong>
              <br />
              <strong className="figures text-lg tracking-wide">{formatTableCode(table.code ?? '')}</strong>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
