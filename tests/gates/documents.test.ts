/** What ownership grants, and edits that are based on old versions. */
import { describe, expect, test } from 'vitest'
import { LARKSPUR, persona, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf } from '../support/larkspur'

const app = appForFile()

interface DocumentFacts {
  readonly id: string
  readonly orgId: string
  readonly ownerId: string | null
  readonly version: number
}

const documentsOf = (orgId: string) =>
  app.database.query<DocumentFacts>(
    `select id, org_id as "orgId", owner_id as "ownerId", version from documents
     where org_id = $1 order by id`,
    [orgId],
  )

describe('somebody without any role, who owns one document', () => {
  const greta = () => app.as('guest')
  const own = async () => {
    const documents = await documentsOf(LARKSPUR)
    const found = documents.filter(({ ownerId }) => ownerId === persona('guest').id)
    expect(found).toHaveLength(1)
    return found[0] as DocumentFacts // counted above
  }

  test('reads and edits it', async () => {
    const { id: documentId, version } = await own()
    const caller = await greta()
    expect((await caller.call('documents.getDocument', { documentId })).code).toBe('ok')
    const edit = { documentId, title: 'Mine', body: 'Still mine.', version }
    expect((await caller.call('documents.updateDocument', edit)).result.version).toBe(version + 1)
  })

  test('neither publishes, archives nor deletes it', async () => {
    const { id: documentId } = await own()
    const caller = await greta()
    const answers = [
      await caller.call('documents.publishDocument', { documentId, published: true }),
      await caller.call('documents.archiveDocument', { documentId, archived: true }),
      await caller.call('documents.deleteDocument', { documentId }),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden'])
  })

  test('is told nothing of the others', async () => {
    const others = (await documentsOf(LARKSPUR)).filter(
      ({ ownerId }) => ownerId !== persona('guest').id,
    )
    const caller = await greta()
    for (const { id: documentId } of others.slice(0, 10)) {
      expect((await caller.call('documents.getDocument', { documentId })).code).toBe('not_found')
      expect((await caller.call('documents.deleteDocument', { documentId })).code).toBe('not_found')
    }
  })

  test('reads it no longer once their membership has ended', async () => {
    const { id: documentId } = await own()
    const caller = await greta()
    const olivia = await app.as('owner')
    const memberId = await memberIdOf(app.database, 'guest')
    expect((await olivia.call('members.removeMember', { memberId, documentsTo: null })).code).toBe(
      'ok',
    )
    expect((await caller.call('documents.getDocument', { documentId })).code).toBe('no_membership')
    const kept = await olivia.call('documents.getDocument', { documentId })
    expect(kept.result.ownerId).toBeNull()
  })
})

describe('an edit based on an old version', () => {
  const edit = (caller: Caller, documentId: string, version: number) =>
    caller.call('documents.updateDocument', { documentId, title: 'New', body: '', version })

  test('is refused, and what was saved since stays', async () => {
    const [document] = await documentsOf(TIDEWATER)
    const { id = '', version = 0 } = document ?? {}
    const jonas = await app.as('jonas@tidewater.example')
    expect((await edit(jonas, id, version)).code).toBe('ok')
    const stale = await edit(await app.as('maeve@tidewater.example'), id, version)
    expect([stale.status, stale.code]).toEqual([409, 'conflict'])
    expect((await documentsOf(TIDEWATER))[0]?.version).toBe(version + 1)
  })

  test('is refused to all but one of ten that come at once', async () => {
    const [, document] = await documentsOf(TIDEWATER)
    const { id = '', version = 0 } = document ?? {}
    const jonas = await app.as('jonas@tidewater.example')
    const answers = await Promise.all(Array.from({ length: 10 }, () => edit(jonas, id, version)))
    const codes = answers.map(({ code }) => code)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'conflict')).toHaveLength(9)
  })
})

test('the longest document is saved in any script, and one character more is refused', async () => {
  const olivia = await app.as('owner')
  const [document] = await documentsOf(LARKSPUR)
  const { id: documentId, version } = document as DocumentFacts // the seed has documents
  const edit = { documentId, title: 'Long', version }
  const write = (body: string) => olivia.call('documents.updateDocument', { ...edit, body })
  expect((await write('書'.repeat(100_001))).code).toBe('invalid_input')
  expect((await write('書'.repeat(100_000))).code).toBe('ok')
})
