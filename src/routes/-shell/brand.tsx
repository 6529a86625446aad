/** The link around it: as high as a finger needs. */
export const BRAND_LINK = 'inline-flex items-center rounded-md pointer-coarse:min-h-11'

/** The product's mark: a gate with one bar raised. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-5 text-accent-text" aria-hidden="true">
        <path
          d="M4 21V9a8 8 0 0 1 16 0v12M9.5 21V11M14.5 21V7"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.25"
          strokeLinecap="round"
        />
      </svg>
      Gatehouse
    </span>
  )
}
