'use client'

import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { cart } from '@/stores/cart-store.ts'
import { askForNameOnce } from '@/stores/overlay-store.ts'
import { type DishInCart, toPlainLine } from './plain-line.ts'
import { countDishes } from './price-cart.ts'

type AddButtonProps = {
  dish: DishInCart
  /** The dish's page, where something must be chosen first. */
  choiceHref?: string
}

/** Adds a dish with one tap, or leads to what must be chosen; becomes the count of what was added. */
export function AddButton({ dish, choiceHref }: AddButtonProps) {
  const t = useTranslations('cart.add')
  const count = useStore(cart.store, ({ lines }) =>
    countDishes(lines.filter(({ dishId }) => dishId === dish.dishId)),
  )
  const [news, setNews] = useState('')
  const look = `needs-script add-button ${count > 0 ? 'add-button-count' : ''}`
  const label = t(count > 0 ? 'more' : choiceHref ? 'choose' : 'one', { dish: dish.name, count })
  if (choiceHref) {
    return (
      <Link href={choiceHref} prefetch={false} aria-label={label} className={look}>
        <Face count={count} />
      </Link>
    )
  }
  const add = () => {
    const isAdded = cart.add(toPlainLine(dish))
    setNews(t(isAdded ? 'done' : 'full', { dish: dish.name }))
    if (isAdded) askForNameOnce()
  }
  return (
    <>
      <button type="button" aria-label={label} className={look} onClick={add}>
        <Face count={count} />
      </button>
      <span role="status" className="sr-only">
        {news}
      </span>
    </>
  )
}

function Face({ count }: { count: number }) {
  if (count === 0) return <Plus size={22} />
  return (
    <span key={count} className="landed figures">
      {count}
    </span>
  )
}
