import type { StaffCtx } from '../../http/ctx.ts'
import { photoKeys } from './photo-keys.ts'

/** Removes a photo's files. What cannot be removed stays behind unseen: nothing refers to it. */
export async function removePhoto({ deps, actor, requestId }: StaffCtx, photo: string): Promise<void> {
  const removals = photoKeys(actor.branchId, photo).map((key) => deps.media.remove(key))
  const failed = (await Promise.allSettled(removals)).find(({ status }) => status === 'rejected')
  if (failed) deps.log.warn({ err: failed, requestId }, 'a photo was not removed')
}
