/**
 * Thrown in a hook to end a document connection; Hocuspocus reads `code` and `reason`. It has no message and no
 * stack, for Hocuspocus prints those to the console, and our own log says it better.
 */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
  ) {
    super("");
    this.name = "Refusal";
    this.stack = `Refusal: ${reason}`;
  }
}
