/** Work that runs in a worker thread, piece by piece: it yields requests and receives their results. */
export type Work<Input, Piece, Answer> = (
  input: Input,
) => Iterator<Piece, void, Answer> | AsyncIterator<Piece, void, Answer>;

/** The name by which a worker knows a task, with the types of its input and output. */
export interface Task<Input, Piece, Answer> {
  name: string;
  /** For types only. */
  of?: Work<Input, Piece, Answer>;
}

/** From the main thread to the worker. Everything in it is plain data. */
export type ToWorker = { begin: string; input: unknown } | { answer: unknown };

/** From the worker to the main thread. */
export type FromWorker =
  | { ready: true }
  | { piece: unknown }
  | { done: true }
  | { refused: { code: string; details: object } }
  | { failed: string };
