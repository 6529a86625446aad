/** What a page of one document shows beside it: where it is, whose it is, and who changed it last. */
import { and, eq, type SQLWrapper } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { documents } from '~/db/schema/documents'
import { memberProfiles } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import { type DocumentContext, isDocument } from './documents.server'

const changers = alias(memberProfiles, 'changers')

/** The checked document with the names a page shows beside it. */
export async function describeDocument(ctx: DocumentContext) {
  const [names] = await ctx.db
    .select({
      projectName: projects.name,
      projectStatus: projects.status,
      ownerName: memberProfiles.name,
      updatedByName: changers.name,
    })
    .from(documents)
    .innerJoin(
      projects,
      and(eq(projects.orgId, documents.orgId), eq(projects.id, documents.projectId)),
    )
    .leftJoin(memberProfiles, isProfileOf(memberProfiles, documents.ownerId))
    .leftJoin(changers, isProfileOf(changers, documents.updatedBy))
    .where(isDocument(ctx, ctx.document.id))
  return {
    ...ctx.document,
    projectName: names?.projectName ?? '',
    projectStatus: names?.projectStatus ?? 'active',
    ownerName: names?.ownerName ?? null,
    /** Null where they have left since. */
    updatedByName: names?.updatedByName ?? null,
  }
}

/** The profile of a member whom a column of the document names. */
function isProfileOf(profile: Record<'orgId' | 'userId', SQLWrapper>, named: SQLWrapper) {
  return and(eq(documents.orgId, profile.orgId), eq(named, profile.userId))
}
