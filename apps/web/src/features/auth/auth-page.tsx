import type { ReactNode } from 'react'
import { RestaiName } from '@/components/brand/restai-name.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { LaidTable } from '@/components/table/laid-table.tsx'

/** A page before the sign-in: one task beside a laid table. */
export function AuthPage({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <main className="grid min-h-dvh grid-rows-[11rem_1fr] bg-surface rail:grid-cols-[minmax(24rem,39%)_1fr] rail:grid-rows-1">
      <LaidTable className="rail:order-2" />
      <div className="flex flex-col gap-8 px-6 pt-6 pb-safe rail:px-8 rail:pt-7 lg:px-12 xl:px-16">
        <RestaiName />
        <div className="my-auto grid w-full max-w-108 gap-6">{children}</div>
        <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-muted-foreground">
          {aside}
          <LanguageSwitch className="flex min-h-11 items-center gap-2 hover:text-ink" />
        </footer>
      </div>
    </main>
  )
}
