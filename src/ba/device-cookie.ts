import { createHmac, timingSafeEqual } from 'node:crypto'

const MOST_SECONDS = 400 * 86_400

/** The cookie by which a browser shows that somebody signed in with it before. */
export interface DeviceCookie {
  /** The device that a Cookie header names, if this account signed in with it; else undefined. */
  deviceOf(cookies: string | null, email: string): string | undefined
  /** The Set-Cookie header for a device with which an account has signed in. */
  setFor(device: string, email: string): string
}

/**
 * Opens device cookies: a random id with its HMAC for one account. It opens nothing; tries at the
 * account's password from there are counted by themselves. It outlives the session.
 */
export function openDeviceCookie({ secret, secure }: { secret: string; secure: boolean }): DeviceCookie {
  const name = `${secure ? '__Secure-' : ''}whorl.device`
  const sent = new RegExp(`(?:^|; ?)${name}=([\\w-]{1,100})\\.([\\w-]{43})(?=;|$)`, 'g')
  const sign = (device: string, email: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['device', device, email.toLowerCase()]))
      .digest()
  return {
    deviceOf: (cookies, email) => {
      for (const [, device = '', signature = ''] of (cookies ?? '').matchAll(sent)) {
        const given = Buffer.from(signature, 'base64url')
        if (given.length === 32 && timingSafeEqual(given, sign(device, email))) return device
      }
      return undefined
    },
    setFor: (device, email) => {
      const value = `${device}.${sign(device, email).toString('base64url')}`
      return `${name}=${value}; Max-Age=${MOST_SECONDS}; Path=/api/auth; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
    },
  }
}
