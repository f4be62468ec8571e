import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DishPage } from '@/features/menu/dish-page.tsx'
import { findDish } from '@/features/menu/find-dish.ts'
import { readMenu } from '@/features/menu/read-menu.ts'

type PageProps = { params: Promise<{ branchSlug: string; tableCode: string; dishId: string }> }

async function readDish(params: PageProps['params']) {
  const { branchSlug, dishId } = await params
  const menu = (await readMenu(branchSlug, await getLocale()))?.body
  return menu && findDish(menu, dishId)
}

export async function generateMetadata({ params }: PageProps) {
  return { title: (await readDish(params))?.dish.name }
}

export default async function Page({ params }: PageProps) {
  const { branchSlug, tableCode, dishId } = await params
  const found = await readDish(params)
  if (!found) notFound()
  const t = await getTranslations('menu')
  return (
    <DishPage {...found} backHref={`/${branchSlug}/${tableCode}#dish-${dishId}`} backLabel={t('dish.back')} />
  )
}
