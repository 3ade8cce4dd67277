/**
 * A file whose text is written piece by piece while someone reads it, so it is never in memory as a whole. A reader
 * that leaves ends the writing. It is read once, and its size isn't known before.
 */
export class StreamedFile extends File {
  readonly #pieces: AsyncGenerator<string, void, undefined>;

  constructor(pieces: AsyncGenerator<string, void, undefined>, name: string, type: string) {
    super([], name, { type });
    this.#pieces = pieces;
  }

  /** A piece is written when the reader asks for it. */
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const encoder = new TextEncoder();
    const pieces = this.#pieces;
    return new ReadableStream(
      {
        async pull(controller) {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        },
        async cancel() {
          await pieces.return();
        },
      },
      { highWaterMark: 0 },
    );
  }

  override async text(): Promise<string> {
    let text = "";
    for await (const piece of this.#pieces) text += piece;
    return text;
  }
}
