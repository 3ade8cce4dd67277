/** Work that runs in a worker thread, piece by piece: it yields requests and receives their results. */
export type Work<Input, Piece, Answer> = (
  input: Input,
) => Iterator<Piece, void, Answer> | AsyncIterator<Piece, void, Answer>;

/** The name under which a worker knows a piece of work, with the types of both its ends. */
export interface Task<Input, Piece, Answer> {
  name: string;
  /** Only types. */
  of?: Work<Input, Piece, Answer>;
}

/** From us to the worker. Everything in it is plain data. */
export type ToWorker = { begin: string; input: unknown } | { answer: unknown };

/** From the worker to us. */
export type FromWorker =
  | { ready: true }
  | { piece: unknown }
  | { done: true }
  | { refused: { code: string; details: object } }
  | { failed: string };
