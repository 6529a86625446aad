/** Ids. UUID version 7 is made here, since PostgreSQL 15 to 17 cannot make it. */
import { v7 } from 'uuid'

/** @returns a new id; later ids sort after earlier ones, which keeps indexes dense (RFC 9562). */
export function newId(): string {
  return v7()
}
