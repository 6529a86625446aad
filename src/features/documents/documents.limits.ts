/** The most characters of each; for forms too, so it is apart from the schemas. */
export const DOCUMENT_LIMITS = { title: 200, body: 100_000 } as const
