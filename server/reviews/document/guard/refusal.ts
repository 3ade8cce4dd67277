/**
 * Thrown in a hook to end a document connection. Hocuspocus reads `code` and `reason`. It has no message and no stack,
 * because Hocuspocus would print them to the console, and our own log is better.
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
