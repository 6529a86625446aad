/**
 * Demo mode signs anybody in as anybody, with one click. So it only ever runs where nobody else
 * can reach it: on the database this project starts by itself and on a loopback address.
 */
import { type Env, env } from './env'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** @returns whether one-click sign-in is offered by this process. */
export function isDemo(): boolean {
  return env().DEMO
}

/**
 * Refuses demo mode on anything that others can reach.
 *
 * @throws Error when the address or the database isn't loopback and the loud opt-in isn't given
 */
export function assertDemoIsPrivate(settings: Env = env()): void {
  if (!settings.DEMO || settings.DEMO_ON_A_REACHABLE_ADDRESS_I_KNOW_THIS_IS_A_BACKDOOR) return
  const reachable = [
    LOOPBACK.has(settings.HOST) ? undefined : `HOST is ${settings.HOST}`,
    LOOPBACK.has(settings.APP_URL.hostname) ? undefined : 'APP_URL is not a loopback address',
    isLoopbackDatabase(new URL(settings.DATABASE_URL))
      ? undefined
      : 'DATABASE_URL is not a loopback address',
  ].filter((reason) => reason !== undefined)
  if (reachable.length > 0) {
    throw new Error(
      `DEMO=1 signs anybody in as anybody and was refused: ${reachable.join('; ')}. ` +
        'Unset DEMO. (To do it all the same, see demo-mode.ts.)',
    )
  }
}

/** `pg` goes where a parameter says, whatever host stands before it: such an address says neither. */
function isLoopbackDatabase({ hostname, searchParams }: URL): boolean {
  return LOOPBACK.has(hostname) && !searchParams.has('host') && !searchParams.has('hostaddr')
}
