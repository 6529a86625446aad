/** The field of a password that is chosen now. */
import { FEWEST_CHARACTERS, MOST_CHARACTERS } from '~/authz'
import { TextField } from '~/ui/field'

export interface NewPasswordFieldProps {
  readonly name: string
  readonly label?: string
}

export function NewPasswordField({ name, label = 'Password' }: NewPasswordFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      type="password"
      autoComplete="new-password"
      hint={`${FEWEST_CHARACTERS} characters or more.`}
      minLength={FEWEST_CHARACTERS}
      maxLength={MOST_CHARACTERS}
      required
    />
  )
}
