import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthPage } from '@/features/auth/auth-page.tsx'
import { ResetPassword } from '@/features/auth/reset-password.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.resetPassword')
  return { title: t('title') }
}

export default async function ResetPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthPage
      aside={
        <Link href="/sign-in" className="link inline-flex min-h-11 items-center">
          {t('forgotPassword.back')}
        </Link>
      }
    >
      <ResetPassword />
    </AuthPage>
  )
}
