/** Thrown in a hook to end a document connection; Hocuspocus reads `code` and `reason`. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
  ) {
    super(reason);
    this.name = "Refusal";
    this.stack = `Refusal: ${reason}`; // expected, and printed by Hocuspocus: where it was thrown tells nobody anything
  }
}
