/** What every list takes: words to look for, and which page of what was found. */
import { z } from 'zod'

/** Words to look for, wherever they are in a name and in whatever case. */
export const search = z.string().trim().max(100)

/**
 * Which page. Whoever would go further than this looks for words instead: what lies before a page
 * is read to be skipped.
 */
export const page = z.int().min(1).max(400)
