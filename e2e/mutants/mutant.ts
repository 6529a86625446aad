/**
 * A mutant: the product with one guard broken on purpose, and the test that must notice. It is a
 * replacement of text in a copy of the sources; the product itself knows nothing of it.
 */

/** A text that is in a file exactly once, and what stands there instead. */
export interface Edit {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A file that the product does not have. */
export interface Addition {
  readonly file: string
  readonly text: string
}

/** A test, by its spec file and its full title. */
export interface TestName {
  readonly spec: string
  readonly title: string
}

export interface Mutant {
  /** The broken guard: what it does not do any more. */
  readonly name: string
  readonly edits: readonly Edit[]
  readonly additions?: readonly Addition[]
  /** The test that must turn red. It is green without the edits: the control runs it too. */
  readonly killedBy: TestName
  /**
   * What one message of that test must say, all of it: the entrance, the layer that let it happen,
   * and what the broken product answered. A test that is red for another reason proves nothing.
   */
  readonly entrance: string
  readonly layer: string
  readonly observed: string
}
