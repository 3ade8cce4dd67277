import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "../collab/client.mjs";

const PAUSE_MS = 100;

/** One person who types ten letters a second into a shared document, and another who reads along. */
export class Typists {
  #delays = [];
  #writer;
  #reader;
  #timer;

  static async begin(place) {
    const typists = new Typists();
    typists.#reader = new Client(place, (_writer, from, to) => typists.#arrived(from, to));
    typists.#writer = new Client(place, () => undefined);
    await typists.#reader.connect();
    await typists.#writer.connect();
    typists.#writer.beginWriting();
    typists.#timer = setInterval(() => typists.#writer.type("a"), PAUSE_MS);
    await sleep(1000);
    return typists;
  }

  /** Milliseconds from each keystroke of this period to its arrival. */
  async during(work) {
    this.#delays = [];
    const result = await work();
    await sleep(500);
    return { result, delays: this.#delays };
  }

  end() {
    clearInterval(this.#timer);
    this.#writer.close();
    this.#reader.close();
  }

  #arrived(from, to) {
    const at = performance.now();
    for (let clock = from + 1; clock <= to; clock++) {
      const sent = this.#writer.sentAt?.get(clock);
      if (sent !== undefined) this.#delays.push(at - sent);
    }
  }
}
