/** Reading which of the plan's limits are reached: before something is offered that would be refused. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { planHasLimits } from '~/authz'
import { getRoom } from '~/features/billing/billing.functions'
import { load, type Place } from './load'
import type { Viewer } from './viewer'

export const roomQuery = queryOptions({ queryKey: ['room'], queryFn: () => getRoom() })

/** On a plan without limits there is nothing to ask; who works in no organization would be refused. */
export function asksForRoom({ organization }: Viewer): boolean {
  return organization !== null && planHasLimits(organization.plan)
}

/** For a loader. */
export async function loadRoom(
  client: QueryClient,
  viewing: Promise<Viewer>,
  place: Place,
): Promise<void> {
  if (asksForRoom(await viewing)) await load(() => client.query(roomQuery), place)
}
