/** A file of text that is read in this tab. Nothing is sent: what becomes of the text is the page's business. */
import { useId } from 'react'
import { cx } from './cx'
import { CONTROL, HINT, LABEL } from './looks'
import { marks } from './marks'

export interface FileFieldProps {
  readonly label: string
  readonly hint?: string
  /** File types, as the `accept` attribute takes them. */
  readonly accept: string
  /** The text, or undefined for a file that is none in UTF-8 or that can't be read. */
  readonly onText: (text: string | undefined) => void
}

export function FileField({ label, hint, accept, onText }: FileFieldProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...marks({ local: true })}
        className={cx(CONTROL, 'w-full py-1.5 file:mr-3 file:font-medium')}
        onChange={async ({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) onText(await textOf(file))
        }}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className={HINT}>
          {hint}
        </p>
      )}
    </div>
  )
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
