/**
 * Lists of people to invite. Each line is an invitation like any other: the same checks, in a part of
 * the transaction of its own, so that one that is refused leaves nothing behind and the others stand.
 * What is asked beforehand is answered by doing all of it and taking it back, so that the answer is
 * what would happen.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import { type AppError, invalidInput, isAppError } from '~/authz'
import { roles } from '~/db/schema/access'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { assertRoom } from '~/middleware/quota'
import { type Invitee, type LineOutcome, MOST_LINES } from './invitation-list'
import { emailSchema } from './invitations.schema'
import { ALREADY_A_MEMBER, ALREADY_INVITED, inviteMember } from './invitations.server'
import { countListCheck } from './sending-limits.server'

const HEADER = 'email'
const COLUMNS = 2

/**
 * Says for each line of a list what inviting it would come to, now.
 *
 * @throws AppError `invalid_input` for what is no such list; `rate_limited` for asking too often
 */
export async function checkInvitationList(ctx: TenantContext, list: string) {
  const lines = parseList(list)
  await countListCheck(ctx)
  // Nothing of this is kept, so nothing of it is on record: only that it was asked.
  const trail = { record: () => Promise.resolve(), recordAll: () => Promise.resolve(), written: 0 }
  const outcomes = await inPart(
    ctx.db,
    () => inviteEach({ ...ctx, trail }, lines),
    () => false,
  )
  await record(ctx, { linesChecked: lines.length })
  return lines.map((line, index) => ({ ...line, outcome: outcomes[index] ?? 'invalid' }))
}

/** @returns what became of each, in their order */
export async function inviteFromList(
  ctx: TenantContext,
  invitees: readonly Invitee[],
): Promise<{ outcomes: LineOutcome[] }> {
  const outcomes = await inviteEach(ctx, invitees)
  // Each that was invited is on record; that all were refused is, too.
  if (!outcomes.includes('invited')) await record(ctx, { linesRefused: outcomes.length })
  return { outcomes }
}

/**
 * Reads a list: an address and, if need be, a role on each line, with or without a header. Values
 * stay in the order of their columns: no name from a list becomes a key of anything.
 */
function parseList(list: string): (Invitee & { readonly line: number })[] {
  const records = readRecords(list)
  const [first] = records
  const hasHeader = first?.record[0]?.toLowerCase() === HEADER
  const lines = hasHeader ? records.slice(1) : records
  if (lines.length === 0) throw notAList('There is nobody on this list.')
  if (lines.length > MOST_LINES) throw notAList(`${MOST_LINES} lines at a time.`)
  return lines.map(({ record: [email = '', role = '', ...more], info }) => {
    if (more.length > 0) throw notAList(`Line ${info.lines} has more than ${COLUMNS} columns.`)
    return { line: info.lines, email: email.slice(0, 254), role: role.slice(0, 80) }
  })
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function readRecords(list: string): CsvRecord[] {
  try {
    return parse(list, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      max_record_size: 1_000,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than may be, so that too many are noticed, header included.
      to: MOST_LINES + 2,
      trim: true,
    }) as unknown as CsvRecord[] // what `info` makes of it, which its types don't say
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw notAList(`Line ${String(error.lines)} cannot be read: is a quote open?`)
  }
}

const notAList = (message: string) => invalidInput([{ path: 'list', message }])

async function inviteEach(
  ctx: TenantContext,
  invitees: readonly Invitee[],
): Promise<LineOutcome[]> {
  const known = await rolesByName(ctx)
  const seen = new Set<string>()
  const outcomes: LineOutcome[] = []
  // One after another: they share a transaction, and each must see what the one before has done.
  for (const invitee of invitees) {
    const email = invitee.email.toLowerCase()
    const outcome = seen.has(email)
      ? 'twice'
      : await inPart(ctx.db, () => invite(ctx, known, invitee), isInvited)
    outcomes.push(outcome)
    // A line that was refused has invited nobody: the next of this address may be right.
    if (isInvited(outcome)) seen.add(email)
  }
  return outcomes
}

const isInvited = (outcome: LineOutcome): boolean => outcome === 'invited'

async function invite(
  ctx: TenantContext,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  { email, role }: Invitee,
): Promise<LineOutcome> {
  const address = emailSchema.safeParse(email)
  if (!address.success) return 'invalid'
  const called = role.trim().toLowerCase()
  const [roleId, ...others] = known.get(called) ?? []
  if (called !== '' && roleId === undefined) return 'unknown_role'
  // Guessing would give somebody another role than who wrote the list had in mind.
  if (others.length > 0) return 'ambiguous_role'
  try {
    await assertRoom(ctx.db, ctx.organization.id, 'members')
    await inviteMember(ctx, { email: address.data, roleId }, 'list')
    return 'invited'
  } catch (error) {
    const outcome = isAppError(error) ? outcomeOf(error) : undefined
    if (outcome === undefined) throw error
    return outcome
  }
}

function outcomeOf({ code, message }: AppError): LineOutcome | undefined {
  switch (code) {
    case 'not_found':
      return 'unknown_role'
    case 'forbidden':
      return 'not_grantable'
    case 'quota_exceeded':
      return 'no_room'
    case 'rate_limited':
      return 'too_many'
    case 'conflict':
      if (message === ALREADY_A_MEMBER) return 'member'
      return message === ALREADY_INVITED ? 'open' : 'unknown_role'
    default:
      return undefined
  }
}

/** The organization's roles by what people call them: by name and by slug, which may be two roles'. */
async function rolesByName({ db, organization }: TenantContext) {
  const all = await db
    .select({ id: roles.id, key: roles.key, name: roles.name })
    .from(roles)
    .where(eq(roles.orgId, organization.id))
  const known = new Map<string, Set<string>>()
  for (const { id, key, name } of all) {
    for (const called of [key.toLowerCase(), name.toLowerCase()]) {
      known.set(called, (known.get(called) ?? new Set()).add(id))
    }
  }
  return known
}

/** Runs a part of the transaction, and takes it back unless its result is to be kept. */
async function inPart<Result>(
  db: TenantDb,
  work: () => Promise<Result>,
  isKept: (result: Result) => boolean,
): Promise<Result> {
  await db.execute(sql`savepoint part`)
  // What throws takes the whole transaction back.
  const result = await work()
  if (!isKept(result)) await db.execute(sql`rollback to savepoint part`)
  await db.execute(sql`release savepoint part`)
  return result
}

async function record(ctx: TenantContext, after: Readonly<Record<string, number>>): Promise<void> {
  const { id, name } = ctx.organization
  await ctx.trail.record({ target: { type: 'organization', id, name }, after })
}
