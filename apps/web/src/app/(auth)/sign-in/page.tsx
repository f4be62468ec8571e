import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RestaiName } from '@/components/brand/restai-name.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { LaidTable } from '@/components/table/laid-table.tsx'
import { AuthHeading } from '@/features/accounts/auth-heading.tsx'
import { safeNextPath } from '@/features/accounts/safe-next-path.ts'
import { SignIn } from '@/features/accounts/sign-in.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn')
  return { title: t('submit') }
}

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  const t = await getTranslations('auth.signIn')
  return (
    <main className="grid min-h-dvh grid-rows-[11rem_1fr] bg-surface rail:grid-cols-[minmax(24rem,39%)_1fr] rail:grid-rows-1">
      <LaidTable className="rail:order-2" />
      <div className="flex flex-col gap-8 px-6 pt-6 pb-safe rail:px-8 rail:pt-7 lg:px-12 xl:px-16">
        <RestaiName />
        <div className="my-auto grid w-full max-w-108 gap-6">
          <AuthHeading title={t('title')} lead={t('lead')} />
          <SignIn nextPath={safeNextPath(typeof next === 'string' ? next : undefined)} />
        </div>
        <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-muted-foreground">
          <p>
            {t('opening')}{' '}
            <Link href="/sign-up" className="link">
              {t('setUp')}
            </Link>
          </p>
          <LanguageSwitch className="flex min-h-11 items-center gap-2 hover:text-ink" />
        </footer>
      </div>
    </main>
  )
}
