/** Tables that any app needs and that belong to no tenant. */
import { bigint, integer, pgSchema, text } from 'drizzle-orm/pg-core'

export const platformSchema = pgSchema('platform')

/** Points used per key; the shape is rate-limiter-flexible's. */
export const rateLimits = platformSchema.table('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})
