/** Yes or no in a table's cell: a sign, a colour and, for those who see neither, a word. */
import { Icon } from './icons'

export function Mark({ allowed }: { readonly allowed: boolean }) {
  return (
    <>
      {allowed ? (
        <Icon name="check" className="size-4 text-allowed" />
      ) : (
        <Icon name="minus" className="size-4 text-line-strong" />
      )}
      <span className="sr-only">{allowed ? 'Allowed' : 'Not allowed'}</span>
    </>
  )
}
