import { isTableCode, normalizeCode } from '@repo/schemas/rules'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { CodeForm } from '@/features/menu/code-form.tsx'
import { kitchenHours } from '@/features/menu/kitchen-hours.ts'
import { KitchenNotice } from '@/features/menu/kitchen-notice.tsx'
import { MenuField } from '@/features/menu/menu-field.tsx'
import { MenuView } from '@/features/menu/menu-view.tsx'
import { readMenu } from '@/features/menu/read-menu.ts'
import { readTable } from '@/features/table-sessions/read-table.ts'
import { brandStyle } from '@/lib/brand-style.ts'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'
import { tablePath } from '@/stores/table-path.ts'

type BranchPageProps = {
  params: Promise<{ branchSlug: string }>
  searchParams: Promise<{ code?: string | string[] }>
}

export async function generateMetadata({ params }: BranchPageProps) {
  const menu = await readMenu((await params).branchSlug, await getLocale())
  return { title: menu?.body.branch.name }
}

/** The menu for visitors who are not at a table, read-only. */
export default async function BranchPage({ params, searchParams }: BranchPageProps) {
  const { branchSlug } = await params
  const code = await typedCode(searchParams)
  if (isTableCode(code)) {
    const table = await readTable(branchSlug, code)
    if (table) redirect(tablePath(table))
  }
  const menu = (await readMenu(branchSlug, await getLocale()))?.body
  if (!menu) notFound()
  const t = await getTranslations('menu')
  const { branch } = menu
  return (
    <div className="brand" style={brandStyle(branch.accent)}>
      <ClientMessages namespaces={['menu']}>
        <MenuField menu={menu} actions={<LanguageSwitch show="code" className="field-pill needs-script" />}>
          <p className="type-label">{t('readOnly')}</p>
        </MenuField>
        <MenuView
          menu={menu}
          hrefOf={() => null}
          bar={
            <>
              <BrandMark name={branch.name} logo={branch.logo} />
              <p className="compact-name type-dish truncate">{branch.name}</p>
            </>
          }
          notice={
            <div className="grid gap-3 pt-3">
              <KitchenNotice kitchen={kitchenHours(branch, new Date())} timeZone={branch.timeZone} />
              <CodeForm code={code} isUnknown={code !== ''} />
            </div>
          }
        />
      </ClientMessages>
    </div>
  )
}

async function typedCode(searchParams: BranchPageProps['searchParams']): Promise<string> {
  const { code } = await searchParams
  return typeof code === 'string' ? normalizeCode(code).slice(0, 20) : ''
}
