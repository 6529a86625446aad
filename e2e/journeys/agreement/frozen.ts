/**
 * A site that answers everything and keeps nothing: a trigger refuses whatever would be committed.
 * So the server can be asked by doing the thing itself, rules of the handler and of the database
 * included, and is the same afterwards: what it would have done answers 500, what it refuses
 * answers as ever.
 */
import { test as base } from '../fixtures.ts'
import { openSite, type Site } from '../site.ts'

/** Each change leaves a row in one of these in its own transaction, or changes one. */
const KEPT_IN = ['audit_events', 'account_events', 'auth.session', 'auth."user"', 'organizations']

export const test = base.extend<object, { site: Site }>({
  site: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the fixtures to pass from it
    async ({}, provide) => {
      const { site, close } = await openSite()
      await freeze(site)
      await provide(site)
      await close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

async function freeze({ db }: Site): Promise<void> {
  await db.query(`
    create sequence frozen_times;
    create function frozen() returns trigger language plpgsql security definer
    set search_path = public as
    $$ begin
      perform nextval('frozen_times');
      raise exception 'nothing is kept here';
    end $$`)
  for (const table of KEPT_IN) {
    await db.query(`
      create constraint trigger zz_frozen after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function frozen()`)
  }
}

/** @returns how often the trigger has refused. A sequence counts on when a transaction is undone. */
export async function timesFrozen({ db }: Site): Promise<number> {
  const { rows } = await db.query<{ times: number }>(
    'select case when is_called then last_value else 0 end::int as times from frozen_times',
  )
  return rows[0]?.times ?? 0
}

export { expect } from '../fixtures.ts'
