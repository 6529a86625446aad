/** What goes to the log of a failure, and what must not. */
import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { failureFacts } from './failure-facts'

const SECRET = 'kept-between-us'

function databaseError(): Error {
  const parts = { code: '22P02', table: 'notes', routine: 'uuid_in', detail: SECRET, where: SECRET }
  return Object.assign(new Error(`invalid input syntax for type uuid: "${SECRET}"`), parts)
}

describe('the facts of a failure', () => {
  test('of a query are its code and what it names in the schema', () => {
    const facts = failureFacts(
      new DrizzleQueryError('select $1', [`\n    at ${SECRET} (x:1)`], databaseError()),
    )
    expect(facts).toMatchObject({ code: '22P02', table: 'notes', routine: 'uuid_in' })
    expect(facts.stack).toContainEqual(expect.stringContaining('failure-facts.test.ts'))
    expect(JSON.stringify(facts)).not.toContain(SECRET)
  })

  test('of a parser are without what it parsed', () => {
    let failure: unknown
    try {
      JSON.parse(`{"${SECRET}`)
    } catch (error) {
      failure = error
    }
    expect(JSON.stringify(failureFacts(failure))).not.toContain(SECRET)
  })

  test('of our own defects say what they are', () => {
    expect(failureFacts(new Error('a mutation left no audit row'))).toMatchObject({
      name: 'Error',
      text: 'a mutation left no audit row',
    })
    expect(failureFacts(new TypeError('x is not a function')).name).toBe('TypeError')
  })

  test('of what is no error at all are its type', () => {
    expect(failureFacts(SECRET)).toEqual({ name: 'string' })
  })
})
