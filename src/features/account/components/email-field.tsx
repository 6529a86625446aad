/** Whose account it is: the address, as a password manager knows it. */
import { TextField } from '~/ui/field'

export function EmailField() {
  return (
    <TextField
      name="email"
      label="Email"
      type="email"
      autoComplete="username"
      maxLength={254}
      required
    />
  )
}
