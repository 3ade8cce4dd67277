import {
  createEncoder,
  toUint8Array,
  writeVarInt,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import * as Y from "yjs";
import { isPing, PING } from "../socket-protocol.ts";

const SYNC = 0;
const AUTH = 2;
export const STATELESS = 5;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const AUTHENTICATED = 2;

type Listener = (event: object) => void;

/** A socket of which the test is the other end. What a listener throws fails the test. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error("no socket was opened");
    return last;
  }
  binaryType = "";
  readyState = 0;
  /** Nothing arrives, and nothing says so. */
  isDead = false;
  identifier = 0;
  readonly sent: Uint8Array[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  addEventListener(type: string, listener: Listener) {
    this.#listeners.set(type, new Set([...(this.#listeners.get(type) ?? []), listener]));
  }
  removeEventListener(type: string, listener: Listener) {
    this.#listeners.get(type)?.delete(listener);
  }
  #tell(type: string, event: object) {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(event);
  }
  send(frame: Uint8Array) {
    this.sent.push(frame);
    if (isPing(frame) && !this.isDead) this.#tell("message", { data: PING.slice().buffer });
  }
  close() {
    this.lose(1000);
  }
  open() {
    this.readyState = 1;
    this.#tell("open", {});
  }
  lose(code: number, reason = "") {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#tell("close", { code, reason });
  }
  receive(type: number, write: (encoder: ReturnType<typeof createEncoder>) => void) {
    const encoder = createEncoder();
    writeVarString(encoder, "doc-1");
    writeVarUint(encoder, type);
    write(encoder);
    this.#tell("message", { data: toUint8Array(encoder).buffer });
  }
  authenticate(scope: string) {
    this.receive(AUTH, (encoder) => {
      writeVarUint(encoder, AUTHENTICATED);
      writeVarString(encoder, scope);
    });
  }
  /** Both halves of the handshake: what the server asks for, and what it has. */
  sync(document = new Y.Doc()) {
    this.receive(SYNC, (encoder) => {
      writeVarUint(encoder, STEP_1);
      writeVarUint8Array(encoder, Y.encodeStateVector(document));
    });
    this.receive(SYNC, (encoder) => {
      writeVarUint(encoder, STEP_2);
      writeVarUint8Array(encoder, Y.encodeStateAsUpdate(document));
    });
  }
  saved() {
    this.receive(SYNC_STATUS, (encoder) => writeVarInt(encoder, 1));
  }
}
