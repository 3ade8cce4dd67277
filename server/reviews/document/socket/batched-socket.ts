import type { Duplex } from "node:stream";
import { WebSocket } from "ws";

const BINARY_FRAME = 0x82;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** The header of an unmasked, uncompressed frame, as a server sends it. */
function headerOf({ length }: Uint8Array): Buffer {
  if (length < TWO_BYTES) return Buffer.of(BINARY_FRAME, length);
  const header = Buffer.alloc(length < 2 ** 16 ? 4 : 10);
  header[0] = BINARY_FRAME;
  header[1] = header.length === 4 ? TWO_BYTES : EIGHT_BYTES;
  if (header.length === 4) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

const frame = (messages: readonly Uint8Array[]): Buffer =>
  Buffer.concat(messages.flatMap((message) => [headerOf(message), message]));

const isSame = (one: readonly Uint8Array[], other: readonly Uint8Array[]) =>
  one.length === other.length && one.every((message, at) => message === other[at]);

const waiting = new Set<BatchedSocket>();

/** Most sockets of a document wait for the same messages, so their frames are made once. */
function sendAll(): void {
  const sockets = [...waiting];
  waiting.clear();
  let last: { messages: readonly Uint8Array[]; bytes: Buffer } | null = null;
  for (const socket of sockets) {
    const messages = socket.take();
    if (messages.length === 0) continue;
    if (!last || !isSame(last.messages, messages)) last = { messages, bytes: frame(messages) };
    socket.write(last.bytes);
  }
}

/**
 * A WebSocket without compression that sends what it is given in one turn of the event loop with one write: writing to
 * the sockets is most of what a busy document costs.
 */
export class BatchedSocket {
  #messages: Uint8Array[] = [];

  constructor(
    private readonly socket: WebSocket,
    /** The stream that became the socket. */
    private readonly stream: Duplex,
  ) {}

  get readyState(): number {
    return this.socket.readyState;
  }

  /** Its message must not be changed afterwards. */
  send(message: unknown): void {
    if (!(message instanceof Uint8Array)) throw new TypeError("A document's messages are bytes");
    if (waiting.size === 0) process.nextTick(sendAll);
    waiting.add(this);
    this.#messages.push(message);
  }

  close(code?: number, reason?: string): void {
    this.flush();
    this.socket.close(code, reason);
  }

  /** Returns the messages that wait, which are then to be written. */
  take(): Uint8Array[] {
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  write(bytes: Buffer): void {
    if (this.socket.readyState === WebSocket.OPEN) this.stream.write(bytes);
  }

  /** Writes the messages that wait at once. */
  flush(): void {
    const messages = this.take();
    if (messages.length > 0) this.write(frame(messages));
  }
}
