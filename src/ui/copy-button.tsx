/** Copies a text, and says that it did. */
import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonLook, type ButtonSize } from './button'
import { Icon } from './icons'

export interface CopyButtonProps {
  readonly text: string
  /** `Copy link` */
  readonly label?: string
  readonly look?: ButtonLook
  readonly size?: ButtonSize
}

export function CopyButton({ text, label = 'Copy', look, size = 'small' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  async function copy(): Promise<void> {
    clearTimeout(timer.current)
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // Browsers may forbid it, and do without https.
      setOutcome('failed')
    }
    timer.current = setTimeout(() => setOutcome(undefined), 1800)
  }

  return (
    <>
      <Button local look={look} size={size} onClick={copy}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} className="size-3.5" />
        {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? "Couldn't copy" : label}
      </Button>
      <output className="sr-only">
        {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? "Couldn't copy" : ''}
      </output>
    </>
  )
}
