/** What was before and what is after, field by field. What stayed the same is left out. */

export interface ChangeProps {
  /** JSON objects, as text. */
  readonly before: string | null
  readonly after: string | null
}

export function Change({ before, after }: ChangeProps) {
  const was = fieldsOf(before)
  const is = fieldsOf(after)
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => was.get(name) !== is.get(name),
  )
  return (
    <ul className="max-w-xs text-small">
      {names.map((name) => (
        <li key={name} className="wrap-anywhere">
          <span className="text-ink-faint">{name}: </span>
          {was.has(name) && <del className="text-ink-faint">{was.get(name)}</del>}
          {was.has(name) && is.has(name) && ' → '}
          {is.has(name) && <ins className="no-underline">{is.get(name)}</ins>}
        </li>
      ))}
    </ul>
  )
}

function fieldsOf(json: string | null): ReadonlyMap<string, string> {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).map(([name, field]) => [name, written(field)]))
}

function written(field: unknown): string {
  if (Array.isArray(field)) return field.length === 0 ? 'none' : field.join(', ')
  return typeof field === 'string' ? shortened(field) : JSON.stringify(field)
}

function shortened(text: string): string {
  if (text === '') return 'empty'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
