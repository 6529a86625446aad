/** An address in text. Breaks, where there is no room, after the @ rather than anywhere. */
export function EmailAddress({ email }: { readonly email: string }) {
  const [name, ...rest] = email.split('@')
  return (
    <span className="wrap-anywhere">
      {name}@<wbr />
      {rest.join('@')}
    </span>
  )
}
