/** Counts the statements that a piece of work sends, at the one place where they all pass. */
import pg from 'pg'

interface Sent {
  readonly count: number
  /** The first words of each, in the order they were sent. */
  readonly texts: readonly string[]
}

/** Runs `work` once, with nothing else going on. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent> {
  const texts: string[] = []
  const original = Reflect.get(pg.Client.prototype, 'query') as Query // the prototype's own type is overloaded
  const counted: Query = function counted(this: unknown, ...args) {
    const [first] = args
    texts.push(typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text')))
    return Reflect.apply(original, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', counted)
  try {
    await work()
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
  return {
    count: texts.length,
    texts: texts.map((text) => text.trim().split(/\s+/).slice(0, 4).join(' ')),
  }
}

type Query = (this: unknown, ...args: unknown[]) => unknown
