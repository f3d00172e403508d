import type { betterAuth } from 'better-auth'
import type { Store } from '../store/index.ts'
import type { NewId } from './act.ts'

/** The request header in which the door says where a request came from; one sent from outside is dropped. */
export const ADDRESS_HEADER = 'x-whorl-address'

/** What signing in is opened with. */
export interface Hands {
  secret: string
  secure: boolean
  now: () => string
  newId: NewId
}

/** Opens better-auth on a store. It takes a good part of the time in which a server starts, so it is loaded here only. */
export async function openAuth(store: Store, hands: Hands) {
  const { betterAuth } = await import('better-auth')
  return betterAuth(optionsOf(store, hands))
}

/** better-auth, as it is set up here. */
export type Auth = Awaited<ReturnType<typeof openAuth>>

/** How better-auth is set up here; a test holds its idea of the tables against ours. */
export function optionsOf(store: Store, { secret, secure, newId }: Hands) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return {
    database: { db: store.db, type: store.kind, transaction: false },
    secret,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { level: 'error' as const },
    // The door has held the Origin against the Host before a request comes here.
    trustedOrigins: (request?: Request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, minPasswordLength: 8 },
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
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
