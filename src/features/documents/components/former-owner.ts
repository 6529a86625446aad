/** Whose a document without an owner was: its owner has left, and the name may have been kept. */
export function formerOwner(keptName: string | null): string {
  return keptName === null ? 'Nobody' : `${keptName}, who has left`
}
