import * as Y from "yjs";
import { parseSeenMessage, SeenTeller } from "#lib/document/seen.ts";
import { Suggester } from "#lib/document/testing/suggester.ts";
import { MoveRepair } from "../repair/move-repair.ts";
import { Sender } from "../repair/sender.ts";

type Frame = { said: string } | { update: Uint8Array };

/** A person connected to one server. What they write and what they receive waits until the test releases it. */
export class Colleague extends Suggester {
  readonly sent: Frame[] = [];
  readonly arriving: Uint8Array[] = [];
  readonly sender = new Sender();

  constructor(start: Uint8Array) {
    super(start, false);
    const teller = new SeenTeller(this.document, (said) => this.sent.push({ said }));
    teller.begin();
    this.document.on("update", (update: Uint8Array, _origin: unknown, _document: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return;
      teller.aboutToLeave();
      this.sent.push({ update });
    });
  }

  receiveNext(): void {
    const update = this.arriving.shift();
    if (update) Y.applyUpdate(this.document, update, "remote");
  }
}

/** Several people connected to one server, with every delay controlled by the test. */
export class OneServer {
  readonly people: Colleague[];
  private readonly repair: MoveRepair | null;
  private seq = 1;
  private rows: Uint8Array[];

  constructor(start: Uint8Array, count: number, isRepairing: boolean) {
    this.people = Array.from({ length: count }, () => new Colleague(start));
    this.rows = [start];
    this.repair = isRepairing ? new MoveRepair([start]) : null;
  }

  /** Passes the next message of a person to the server. */
  deliver(from: Colleague): void {
    const frame = from.sent.shift();
    if (!frame) return;
    if ("said" in frame) {
      const message = parseSeenMessage(frame.said);
      if (message) from.sender.hear(message);
      this.deliver(from);
    } else this.append(frame.update, from);
  }

  get isQuiet(): boolean {
    return this.people.every(({ sent, arriving }) => sent.length === 0 && arriving.length === 0);
  }

  /** Returns the text according to the log. */
  committed(): Y.Doc {
    const document = new Y.Doc();
    for (const row of this.rows) Y.applyUpdate(document, row);
    return document;
  }

  /** The rows of the log, as work on a stored text gets them. */
  get updates(): readonly Uint8Array[] {
    return this.rows;
  }

  /** Appends an edit that the server makes, and passes it to everyone. */
  edit(update: Uint8Array): void {
    this.append(update, null);
  }

  /** Merges the log into one row, as compaction does. */
  compact(): void {
    this.rows = [Y.encodeStateAsUpdate(this.committed())];
  }

  private append(update: Uint8Array, from: Colleague | null): void {
    this.rows.push(update);
    for (const person of this.people) if (person !== from) person.arriving.push(update);
    const row = from ? { seq: ++this.seq, update, sender: from.sender } : { seq: ++this.seq, update };
    const repair = this.repair?.take(row);
    if (!repair) return;
    this.append(repair, null);
  }
}
