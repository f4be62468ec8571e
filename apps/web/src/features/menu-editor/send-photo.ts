import { ApiProblem } from '@repo/api-client'
import type { StaffDish } from '@repo/schemas/contract'
import { staffSession } from '@/lib/staff/staff-session.ts'

type Sending = {
  branchId: string
  dishId: string
  file: Blob
  /** Share of the file that has left, from 0 to 1. */
  onProgress: (share: number) => void
}

/** Sends a photo as the body of one request; `fetch` cannot tell how far it is. @throws ApiProblem */
export async function sendPhoto({ branchId, dishId, file, onProgress }: Sending): Promise<StaffDish> {
  const token = await staffSession.token()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/branches/${branchId}/dishes/${dishId}/picture`)
    request.responseType = 'json'
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', file.type)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem('OFFLINE'))
    request.onload = () => {
      const { status, response } = request
      if (status === 200 && response) return resolve(response as StaffDish)
      reject(response?.code ? new ApiProblem(response.code, response) : new ApiProblem('OFFLINE'))
    }
    request.send(file)
  })
}
