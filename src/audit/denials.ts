/**
 * Every refusal is one structured log line and one denial on record. Neither may stand in the way
 * of the refusal itself: when the record cannot be written, the caller is refused all the same.
 */
import type { AppError } from '~/authz'
import { recordDenial } from '~/db/identity-door'
import { networkOf } from '~/platform/address'
import { newId } from '~/platform/ids'
import { log } from '~/platform/log'
import { inFullOrCounted } from './denial-flood'

/** The refusals that say something about a person's rights or intent. The rest are mistakes or weather. */
const DENIALS: ReadonlySet<AppError['code']> = new Set([
  'csrf',
  'unauthenticated',
  'no_membership',
  'forbidden',
  'not_found',
  'feature_not_in_plan',
  'quota_exceeded',
  'rate_limited',
])

export interface DeniedCaller {
  readonly userId: string | null
  readonly orgId: string | null
  readonly address: string
}

/**
 * @param refusal what the caller is told
 * @param entrance the server function or route that refused
 */
export async function recordRefusal(
  refusal: AppError,
  entrance: string,
  caller: DeniedCaller,
): Promise<void> {
  const requestId = newId()
  const { code, details } = refusal
  log().info({ entrance, code, permission: details.permission, ...caller, requestId }, 'refused')
  if (!DENIALS.has(code)) return
  const key = caller.userId ?? networkOf(caller.address)
  await inFullOrCounted(key, entrance, () =>
    recordDenial({
      id: requestId,
      caller: key,
      orgId: caller.orgId,
      userId: caller.userId,
      entrance,
      code,
      permission: details.permission ?? null,
      requestId,
    }),
  )
}
