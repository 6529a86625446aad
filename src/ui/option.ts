/** One of several things to choose from. */
export interface Option {
  readonly value: string
  readonly label: string
  /** A few words at the end of its line. */
  readonly note?: string
  readonly disabled?: boolean
}
