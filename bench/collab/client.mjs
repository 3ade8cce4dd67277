import WebSocket from "ws";
import * as Y from "yjs";
import {
  aliveFrame,
  answerFrame,
  askFrame,
  authFrame,
  cursorFrame,
  PONG_FRAME,
  readFrame,
  updateFrame,
} from "./frames.mjs";

const NOTHING = Uint8Array.of(0, 0);
const EMPTY_VECTOR = Uint8Array.of(0);
/** A server closes a socket that sends nothing for a minute or two. */
const ALIVE_MS = 20_000;

/**
 * One open document, without the browser. A reader only checks how far each writer's text has arrived, so many fit into
 * one process. A writer has its own paragraph and types at its end.
 */
export class Client {
  #socket = null;
  #turn = 0;
  #alive;
  /** Frames that wait for their acknowledgement, each by the clock that the writer's text reaches with it. */
  #unacknowledged = [];
  #arrived = new Map();
  /** Edits that the server didn't store, for instance because its database was too busy. */
  refused = 0;
  /** The text as it was when this client joined: an update. */
  answer = null;

  /**
   * `place`: {url, name, headers} of the document; its name is null where the address names it. `onArrival(writerId,
   * from, to)` is called when the edits after `from` up to `to` have arrived.
   */
  constructor(place, onArrival) {
    this.place = place;
    this.onArrival = onArrival;
  }

  /** Resolves when the document has arrived. */
  connect() {
    const { url, name, headers } = this.place;
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket = socket;
    return new Promise((resolve, reject) => {
      socket.on("open", () => {
        if (name !== null) socket.send(authFrame(name));
        socket.send(askFrame(name, EMPTY_VECTOR));
        if (name !== null) this.#alive = setInterval(() => socket.send(aliveFrame(name)), ALIVE_MS);
      });
      socket.on("message", (data) => this.#receive(new Uint8Array(data), resolve, reject));
      socket.on("error", reject);
      socket.on("close", (code, reason) => {
        clearInterval(this.#alive);
        reject(new Error(`The document closed: ${code} ${reason}`));
      });
    });
  }

  close() {
    clearInterval(this.#alive);
    this.#socket.terminate();
  }

  /** Lets this client type. */
  beginWriting() {
    this.document = new Y.Doc({ gc: false });
    this.sentAt = new Map();
    this.acknowledged = 0;
    this.document.on("update", (update) => {
      this.#send(updateFrame(this.place.name, update), this.clock);
    });
    this.document.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      this.text = new Y.XmlText();
      paragraph.insert(0, [this.text]);
      this.document.getXmlFragment("default").insert(0, [paragraph]);
    });
  }

  /** Sends one keystroke and the cursor after it. */
  type(letter) {
    const at = performance.now();
    this.text.insert(this.text.length, letter);
    this.sentAt.set(this.clock, at);
    const { clientID } = this.document;
    this.#turn++;
    this.#socket.send(cursorFrame(this.place.name, { clientId: clientID, clock: this.clock - 1, turn: this.#turn }));
  }

  /** Sends an edit that was made elsewhere. */
  sendUpdate(update) {
    this.#send(updateFrame(this.place.name, update), 0);
  }

  /** Asks for the text once more. The answer arrives after the server has read all that was sent before. */
  askAgain() {
    this.answer = null;
    this.#socket.send(askFrame(this.place.name, EMPTY_VECTOR));
  }

  /** Number of frames that the server hasn't acknowledged yet. */
  get waiting() {
    return this.#unacknowledged.length;
  }

  /** Number of edits made so far, including the paragraph itself. */
  get clock() {
    return Y.getState(this.document.store, this.document.clientID);
  }

  #send(frame, clock) {
    this.#socket.send(frame);
    this.#unacknowledged.push(clock);
  }

  #receive(data, resolve, reject) {
    const { kind, bytes, reason } = readFrame(data, this.place.name !== null);
    if (kind === "ping") this.#socket.send(PONG_FRAME);
    else if (kind === "ask") this.#send(answerFrame(this.place.name, NOTHING), 0);
    else if (kind === "answer") {
      this.answer = bytes;
      resolve(this);
    } else if (kind === "update") {
      if (this.onArrival) this.#note(bytes);
    } else if (kind === "acknowledged") this.#acknowledge(this.#unacknowledged.shift() ?? 0);
    else if (kind === "refused") {
      this.#unacknowledged.shift();
      this.refused++;
    } else if (kind === "denied") reject(new Error(`The document is not open to us: ${reason}`));
  }

  #acknowledge(clock) {
    if (this.document && clock > this.acknowledged) this.acknowledged = clock;
  }

  #note(update) {
    for (const [writerId, to] of Y.parseUpdateMeta(update).to) {
      const from = this.#arrived.get(writerId) ?? 0;
      if (to <= from || writerId === this.document?.clientID) continue;
      this.#arrived.set(writerId, to);
      this.onArrival(writerId, from, to);
    }
  }
}
