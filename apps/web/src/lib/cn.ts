import { type ClassValue, clsx } from 'clsx'

/** Joins class names. Components take positions and sizes from outside, never a second look. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes)
}
