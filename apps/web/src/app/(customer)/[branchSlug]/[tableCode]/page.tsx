import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { AddButton } from '@/features/cart/add-button.tsx'
import { needsChoice, toDishInCart } from '@/features/cart/plain-line.ts'
import { kitchenHours } from '@/features/menu/kitchen-hours.ts'
import { KitchenNotice } from '@/features/menu/kitchen-notice.tsx'
import { MenuField } from '@/features/menu/menu-field.tsx'
import { MenuView } from '@/features/menu/menu-view.tsx'
import { readMenu } from '@/features/menu/read-menu.ts'
import { CallButton } from '@/features/table-sessions/call-button.tsx'
import { TableLine } from '@/features/table-sessions/table-line.tsx'
import { TablePeople } from '@/features/table-sessions/table-people.tsx'

type MenuPageProps = { params: Promise<{ branchSlug: string; tableCode: string }> }

export default async function MenuPage({ params }: MenuPageProps) {
  const { branchSlug, tableCode } = await params
  const menu = (await readMenu(branchSlug, await getLocale()))?.body
  if (!menu) notFound()
  const { branch } = menu
  const hrefOf = ({ id }: { id: string }) => `/${branchSlug}/${tableCode}/dishes/${id}`
  return (
    <>
      <MenuField
        menu={menu}
        actions={
          <>
            <LanguageSwitch show="code" className="field-pill needs-script" />
            <CallButton variant="field" />
          </>
        }
      >
        <TablePeople />
      </MenuField>
      <MenuView
        menu={menu}
        hrefOf={hrefOf}
        actionOf={(dish, backdrop) => (
          <AddButton
            dish={toDishInCart(dish, backdrop)}
            {...(needsChoice(dish) && { choiceHref: hrefOf(dish) })}
          />
        )}
        bar={
          <>
            <BrandMark name={branch.name} logo={branch.logo} />
            <p className="compact-name min-w-0 leading-tight">
              <span className="type-dish block truncate">{branch.name}</span>
              <span className="type-hint block truncate text-muted-foreground">
                <TableLine />
              </span>
            </p>
          </>
        }
        barActions={<CallButton variant="sunken" />}
        notice={
          <KitchenNotice
            kitchen={kitchenHours(branch, new Date())}
            timeZone={branch.timeZone}
            className="mt-3"
          />
        }
      />
    </>
  )
}
