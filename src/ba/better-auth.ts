import type { betterAuth } from 'better-auth'
import type { Store } from '../store/index.ts'
import type { NewId } from './act.ts'

/**
 * The request header in which the server passes on the client's address; one sent by a client is
 * dropped.
 */
export const ADDRESS_HEADER = 'x-whorl-address'

/** The settings for signing in. */
export interface SignInSettings {
  secret: string
  secure: boolean
  now: () => string
  newId: NewId
  /** How passwords are hashed; by default with scrypt. */
  hashing?: Hashing | undefined
}

/** A hash function for passwords. */
export interface Hashing {
  hash(password: string): Promise<string>
  verify(kept: { hash: string; password: string }): Promise<boolean>
}

/**
 * Opens better-auth on a store; imported lazily, since loading it takes a good part of a server's
 * start.
 */
export async function openAuth(store: Store, settings: SignInSettings) {
  const { betterAuth } = await import('better-auth')
  return betterAuth(optionsOf(store, settings))
}

/** The configured better-auth instance. */
export type Auth = Awaited<ReturnType<typeof openAuth>>

/** The configuration of better-auth; a test compares its schema with our tables. */
export function optionsOf(store: Store, { secret, secure, newId, hashing }: SignInSettings) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return {
    database: { db: store.db, type: store.kind, transaction: false },
    secret,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { level: 'error' as const },
    // The server has already checked the Origin against the Host.
    trustedOrigins: (request?: Request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, minPasswordLength: 8, ...(hashing && { password: hashing }) },
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      // By address, wide enough for all who share one; tries at one account are counted by
      // `tries.ts`.
      customRules: { '/sign-in/email': { window: 900, max: 100 } },
    },
    advanced: {
      cookiePrefix: 'whorl',
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId() },
    },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'login',
      expiresIn: 60 * 60 * 24 * 30,
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'person_id',
        ...times,
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'person_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { fields: { expiresAt: 'expires_at', ...times } },
  } satisfies Parameters<typeof betterAuth>[0]
}
