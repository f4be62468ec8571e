/** The part of nodemailer that we use; the package brings no types of its own. */
declare module 'nodemailer' {
  type Address = { name: string; address: string }
  type Mail = { from: string; to: Address; subject: string; text: string }
  type Options = {
    host: string
    port: number
    secure: boolean
    requireTLS: boolean
    auth?: { user: string; pass: string }
    dnsTimeout?: number
    connectionTimeout: number
    greetingTimeout: number
    socketTimeout: number
    disableFileAccess: true
    disableUrlAccess: true
  }
  export function createTransport(options: Options): { sendMail(mail: Mail): Promise<unknown>; close(): void }
}
