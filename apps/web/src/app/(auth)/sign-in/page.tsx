import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthPage } from '@/features/auth/auth-page.tsx'
import { safeNextPath } from '@/features/auth/safe-next-path.ts'
import { SignIn } from '@/features/auth/sign-in.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn')
  return { title: t('submit') }
}

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  const t = await getTranslations('auth.signIn')
  return (
    <AuthPage
      aside={
        <p>
          {t('opening')}{' '}
          <Link href="/sign-up" className="link inline-flex min-h-11 items-center">
            {t('setUp')}
          </Link>
        </p>
      }
    >
      <SignIn nextPath={safeNextPath(typeof next === 'string' ? next : undefined)} />
    </AuthPage>
  )
}
