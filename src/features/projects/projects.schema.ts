/** Inputs about projects. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'
import { inputsOf } from '~/features/access/list.schema'
import { projectFilters } from './projects.filters'

export const listProjectsSchema = z.strictObject(inputsOf(projectFilters)).prefault({})

export const projectIdSchema = z.strictObject({ projectId: z.uuid() })

const name = z.string().trim().min(1, 'Give the project a name.').max(120)
const description = z.string().trim().max(2000)

export const createProjectSchema = z.strictObject({ name, description: description.default('') })

export const updateProjectSchema = z.strictObject({ projectId: z.uuid(), name, description })

export const archiveProjectSchema = z.strictObject({ projectId: z.uuid(), archived: z.boolean() })
