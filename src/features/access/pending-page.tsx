/** In the place of a page that takes a while to be read. */
export function PendingPage() {
  return (
    <div aria-busy="true" className="animate-pulse motion-reduce:animate-none">
      <output className="sr-only">Loading</output>
      <div className="h-7 w-48 rounded-md bg-sunken" />
      <div className="mt-3 h-4 w-80 max-w-full rounded-md bg-sunken" />
      <div className="mt-8 h-64 rounded-lg bg-sunken" />
    </div>
  )
}
