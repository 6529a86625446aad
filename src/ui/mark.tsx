/** Yes or no in a table's cell: a sign, a colour and, for those who see neither, a word. */
export function Mark({ allowed }: { readonly allowed: boolean }) {
  return allowed ? (
    <span className="font-semibold text-allowed">
      <span aria-hidden="true">✓</span>
      <span className="sr-only">Allowed</span>
    </span>
  ) : (
    <span className="text-ink-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">Not allowed</span>
    </span>
  )
}
