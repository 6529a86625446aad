/** Inputs of demo mode. */
import { z } from 'zod'
import { PERSONAS } from './personas'

export const signInAsSchema = z.strictObject({
  persona: z.enum(PERSONAS.map((persona) => persona.key)),
})
