import type { ApiEnv } from '@repo/config'
import { createDiskStore } from './create-disk-store.ts'
import { createS3Store } from './create-s3-store.ts'
import type { MediaStore } from './media-store.ts'

/** The bucket that the environment names, or else its folder. */
export function createMediaStore(env: ApiEnv): MediaStore {
  const { MEDIA_BUCKET_URL: endpoint, MEDIA_BUCKET: bucket, MEDIA_BUCKET_REGION: region } = env
  const { MEDIA_BUCKET_KEY_ID: accessKeyId, MEDIA_BUCKET_SECRET: secretAccessKey } = env
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? createS3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey })
    : createDiskStore(env.MEDIA_DIR)
}
