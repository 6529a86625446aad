/**
 * The one place that reads the environment. Everything is validated before the first request;
 * a production process with a missing, short or well-known secret does not start.
 */
import { createEnv } from '@t3-oss/env-core'
import { z } from 'zod'

/** Words that stand in a secret that nobody made up for this server, and too few letters to guess. */
const PLACEHOLDER =
  /^(secret|password|test|development)|change.?me|placeholder|your.?secret|better-auth-secret|example|replace.?(me|this)/i
const FEWEST_LETTERS = 10

function isPlaceholder(secret: string): boolean {
  return PLACEHOLDER.test(secret) || new Set(secret).size < FEWEST_LETTERS
}

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

function readEnv() {
  return createEnv({
    server: {
      NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
      /** The app's own login: neither owner of the tables nor superuser. */
      DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
      /** Signs session cookies and, through derived keys, the audit chain. */
      AUTH_SECRET: z
        .string()
        .min(32, 'AUTH_SECRET needs at least 32 characters: openssl rand -base64 32')
        .refine(
          (value) => !isPlaceholder(value),
          'AUTH_SECRET is a placeholder: openssl rand -base64 32',
        ),
      /** The address people use. Its host is the only one answered; its scheme decides `Secure`. */
      APP_URL: z.url({ protocol: /^https?$/ }).transform((value) => new URL(value)),
      /** One-click sign-in as the demo's people. A backdoor anywhere else: see demo-mode.ts. */
      DEMO: flag,
      /** The loud opt-in to run demo mode on a database or address that others can reach. */
      DEMO_ON_A_REACHABLE_ADDRESS_I_KNOW_THIS_IS_A_BACKDOOR: flag,
      /** Where mails are handed over. Without it they wait in the queue. */
      SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
      /** Who mails say they are from. */
      MAIL_FROM: z.string().default('Gatehouse <no-reply@gatehouse.invalid>'),
      /** Whether this process works off background jobs, beside putting them there. */
      JOBS: z
        .enum(['0', '1'])
        .default('1')
        .transform((value) => value === '1'),
      /** The folder in which a demo's own SMTP server keeps what was sent; read in demo mode alone. */
      DEMO_MAILBOX: z.string().optional(),
      HOST: z.string().default('127.0.0.1'),
      LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
      /** Connections of this process to the database. */
      DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
      /** Milliseconds to wait for a connection before answering 503. */
      DATABASE_WAIT_MS: z.coerce.number().int().min(50).max(30_000).default(2_000),
      /** Hours without a request after which a session ends. */
      SESSION_IDLE_HOURS: z.coerce.number().positive().default(24),
      /** Hours after sign-in at which a session ends, however busy. */
      SESSION_ABSOLUTE_HOURS: z.coerce
        .number()
        .positive()
        .default(24 * 14),
      /** Sign-in attempts that one address may make in a quarter of an hour. */
      SIGN_IN_LIMIT_PER_ADDRESS: z.coerce.number().int().positive().default(100),
      /** Sign-in attempts that one address may make on one account; fifty times that in all. */
      SIGN_IN_LIMIT_PER_ACCOUNT: z.coerce.number().int().positive().default(10),
    },
    runtimeEnv: process.env,
    emptyStringAsUndefined: true,
    onValidationError: (issues) => {
      throw new Error(`The environment is not usable:\n${issues.map(describe).join('\n')}`)
    },
  })
}

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]
}

function describe({ path = [], message }: Issue): string {
  const name = path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
  return `  ${name}: ${message}`
}

export type Env = ReturnType<typeof readEnv>

let cached: Env | undefined

/**
 * The validated environment, read once.
 *
 * @throws Error naming each variable that is missing or unusable, never its value
 */
export function env(): Env {
  cached ??= readEnv()
  return cached
}

/** @returns true when the address people use is https, so cookies must be `Secure`. */
export function isHttps(): boolean {
  return env().APP_URL.protocol === 'https:'
}
