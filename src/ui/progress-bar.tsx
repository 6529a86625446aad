/** How far something is that takes a while. */
import { Progress } from '@base-ui/react/progress'

export interface ProgressBarProps {
  readonly label: string
  /** From 0 to 100; null while nobody knows. */
  readonly value: number | null
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  return (
    <Progress.Root value={value} className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <Progress.Label className="font-medium">{label}</Progress.Label>
        <Progress.Value className="text-ink-soft" />
      </div>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-sunken inset-shadow-2xs">
        <Progress.Indicator className="rounded-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Progress.Track>
    </Progress.Root>
  )
}
