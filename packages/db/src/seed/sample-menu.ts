import { bowls } from './menu/bowls.ts'
import { drinks } from './menu/drinks.ts'
import { fire } from './menu/fire.ts'
import { greens } from './menu/greens.ts'
import { raw } from './menu/raw.ts'
import { sweet } from './menu/sweet.ts'
import { toShare } from './menu/to-share.ts'
import type { SampleCategory } from './sample-category.ts'

/** The menu that a new branch may start from, in the order in which guests read it. */
export const sampleMenu: readonly SampleCategory[] = [toShare, raw, fire, bowls, greens, sweet, drinks]
