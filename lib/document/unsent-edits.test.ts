import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Device } from "./testing/device.ts";
import { Random } from "./testing/random.ts";
import { UnsentEdits } from "./unsent-edits.ts";

const SERVER = "server";

/** One tab with the shared document. What it writes waits until a test lets the server have it. */
class Tab {
  readonly document = new Y.Doc();
  readonly waiting: Uint8Array[] = [];
  readonly unsent: UnsentEdits;
  readonly store;

  constructor(
    readonly server: Y.Doc,
    device: Device,
  ) {
    this.store = device.store();
    this.unsent = new UnsentEdits(this.document, this.store, () => undefined, 0);
    this.read();
    this.document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === SERVER) return;
      this.unsent.edited(update);
      this.waiting.push(update);
    });
  }
  read() {
    Y.applyUpdate(this.document, Y.encodeStateAsUpdate(this.server), SERVER);
  }
  write(word: string) {
    const text = this.document.getText("t");
    text.insert(text.length, `<${word}>`);
  }
  /** The server gets the oldest edit. Its response can be lost. */
  send(isAnswered = true) {
    const update = isAnswered ? this.waiting.shift() : this.waiting[0];
    if (!update) return;
    Y.applyUpdate(this.server, update);
    if (isAnswered) this.unsent.confirmed(1);
  }
  async return(isReadOnly = false) {
    this.read();
    await this.unsent.return(isReadOnly);
    await this.unsent.settled();
  }
  /** Everything in memory is lost. Returns how many edits may be. */
  crash(): number {
    this.store.crash();
    return this.unsent.count - this.unsent.kept;
  }
}

let server: Y.Doc;
let device: Device;
beforeEach(() => {
  server = new Y.Doc();
  server.getText("t").insert(0, "Summary");
  device = new Device();
});
const open: Tab[] = [];
afterEach(() => {
  for (const tab of open.splice(0)) tab.crash();
});
const openTab = ({ restricted = false } = {}) => {
  const tab = new Tab(server, device);
  open.push(tab);
  tab.unsent.allow(!restricted);
  return tab;
};
const wordsOf = (document: Y.Doc) =>
  [
    ...document
      .getText("t")
      .toString()
      .matchAll(/<(\w+)>/g),
  ].map(([, word]) => word);
const rows = () => [...device.rows.values()];

describe("edits that the server doesn't have", () => {
  it("count as kept only once the device has them", async () => {
    const tab = openTab();
    tab.write("a");
    tab.write("b");
    expect([tab.unsent.count, tab.unsent.kept, rows().length]).toEqual([2, 0, 0]);
    await tab.unsent.settled();
    expect([tab.unsent.count, tab.unsent.kept, rows().length]).toEqual([2, 2, 2]);
  });

  it("are updates that can be sent again", () => {
    const tab = openTab();
    for (const word of ["a", "b"]) tab.write(word);
    expect(tab.unsent.updates.map((update) => update instanceof Uint8Array)).toEqual([true, true]);
  });

  it("leave the device with the response of the server, oldest first", async () => {
    const tab = openTab();
    for (const word of ["a", "b", "c"]) tab.write(word);
    await tab.unsent.settled();
    tab.send();
    await tab.unsent.settled();
    expect([tab.unsent.count, tab.unsent.kept, rows().map(({ id }) => id)]).toEqual([2, 2, [2, 3]]);
  });

  it("are deleted when the response comes while they are being written", async () => {
    const tab = openTab();
    tab.write("a");
    await new Promise((resolve) => setTimeout(resolve, 0));
    tab.send();
    await tab.unsent.settled();
    expect(rows()).toEqual([]);
  });

  it("never reach the device when the server is quicker", async () => {
    const tab = openTab();
    tab.write("a");
    tab.send();
    expect(await tab.unsent.settled()).toBeUndefined();
    expect(rows()).toEqual([]);
  });

  it("are sent by the next tab after a crash, and then leave the device", async () => {
    const tab = openTab();
    for (const word of ["a", "b", "c"]) tab.write(word);
    await tab.unsent.settled();
    tab.crash();
    server.getText("t").insert(0, "<other>");
    const next = openTab();
    await next.return();
    expect([next.unsent.count, next.unsent.kept]).toEqual([3, 3]);
    expect(wordsOf(next.document)).toEqual(["other", "a", "b", "c"]);
    next.send();
    await next.unsent.settled();
    expect(wordsOf(server)).toEqual(["other", "a", "b", "c"]);
    expect([next.unsent.count, rows()]).toEqual([0, []]);
  });

  it("are sent for the tab that wrote them, after what it had read", async () => {
    const tab = openTab();
    tab.write("a");
    server.getText("t").insert(0, "<other>");
    tab.read();
    tab.write("b");
    tab.write("c");
    await tab.unsent.settled();
    tab.crash();
    const next = openTab();
    const told: [by: number, seen: number | undefined][] = [];
    next.unsent.speakFor = ({ by, seen }, merge) => {
      told.push([by, Y.decodeStateVector(seen).get(server.clientID)]);
      merge();
    };
    await next.return();
    const by = tab.document.clientID;
    expect(told).toEqual([
      [by, "Summary".length],
      [by, "Summary<other>".length],
    ]);
  });

  it("leave the device without being sent if the server has them but its response was lost", async () => {
    const tab = openTab();
    tab.write("a");
    await tab.unsent.settled();
    tab.send(false);
    tab.crash();
    const next = openTab();
    await next.return();
    expect([next.waiting, next.unsent.count, rows()]).toEqual([[], 0, []]);
    expect(wordsOf(server)).toEqual(["a"]);
  });

  it("stay with their tab while it is open", async () => {
    const tab = openTab();
    tab.write("a");
    await tab.unsent.settled();
    const other = openTab();
    await other.return();
    expect(wordsOf(other.document)).toEqual([]);
    tab.send();
    await tab.unsent.settled();
    expect([wordsOf(server), rows()]).toEqual([["a"], []]);
  });

  it("return in pieces that are small enough for one edit", async () => {
    const tab = openTab();
    for (const word of ["a", "b", "c"]) tab.write(word.repeat(150_000));
    await tab.unsent.settled();
    tab.crash();
    const next = openTab();
    await next.return();
    expect([next.waiting.length, next.unsent.count]).toEqual([3, 3]);
  });
});

describe("a restricted review", () => {
  it("puts nothing on the device, and nothing before the server has said what it is", async () => {
    const unknown = new Tab(server, device);
    open.push(unknown);
    unknown.write("a");
    const restricted = openTab({ restricted: true });
    restricted.write("b");
    await Promise.all([unknown.unsent.settled(), restricted.unsent.settled()]);
    const gone = openTab();
    gone.write("c");
    await gone.unsent.settled();
    gone.crash();
    await unknown.return();
    expect([unknown.unsent.count, rows().length]).toEqual([1, 1]);
    await openTab({ restricted: true }).return();
    expect([unknown.unsent.keeping, restricted.unsent.keeping, rows()]).toEqual(["unknown", "never", []]);
  });

  it("takes from the device what this tab has put there", async () => {
    const tab = openTab();
    tab.write("a");
    await tab.unsent.settled();
    tab.unsent.allow(false);
    await tab.unsent.settled();
    expect([tab.unsent.count, tab.unsent.kept, rows()]).toEqual([1, 0, []]);
  });

  it("takes from the device what was put there before it was restricted, and still sends it", async () => {
    const [tab, gone] = [openTab(), openTab()];
    tab.write("a");
    gone.write("b");
    await Promise.all([tab.unsent.settled(), gone.unsent.settled()]);
    gone.crash();
    tab.unsent.allow(false);
    await tab.return();
    expect([tab.unsent.count, tab.unsent.kept, rows()]).toEqual([2, 0, []]);
    tab.send();
    tab.send();
    expect(wordsOf(server).sort()).toEqual(["a", "b"]);
    tab.unsent.allow(true);
    tab.write("c");
    await tab.unsent.settled();
    expect(tab.unsent.kept).toBe(1);
  });
});

describe("a review that becomes restricted while changes wait that can't be sent", () => {
  it("leaves them for their person to copy or discard, and adds nothing", async () => {
    const [refused, late] = [openTab(), openTab()];
    refused.write("a");
    refused.unsent.hold("refused");
    late.write("b");
    await Promise.all([refused.unsent.settled(), late.unsent.settled()]);
    refused.crash();
    late.crash();
    const before = rows().map(({ update }) => update);
    const tab = openTab({ restricted: true });
    tab.write("c");
    await tab.return(true);
    expect(rows().map(({ held }) => held)).toEqual(["refused", "read_only"]);
    expect(rows().map(({ update }) => update)).toEqual(before);
    expect([wordsOf(tab.document), tab.unsent.kept]).toEqual([["c"], 0]);
  });
});

describe("edits that can't be sent any more", () => {
  it("stay on the device after a rejection, and no other tab sends them", async () => {
    const tab = openTab();
    tab.write("a");
    tab.unsent.hold("document_full");
    await tab.unsent.settled();
    tab.crash();
    const next = openTab();
    await next.return();
    expect([wordsOf(next.document), rows().map(({ held }) => held)]).toEqual([[], ["document_full"]]);
  });

  it("leave the device if the server accepts them after all", async () => {
    const tab = openTab();
    tab.write("a");
    tab.unsent.hold("read_only");
    await tab.unsent.settled();
    tab.unsent.hold(null);
    tab.send();
    await tab.unsent.settled();
    expect(rows()).toEqual([]);
  });

  it.each([
    ["the right to write is lost", "read_only", true],
    ["the text no longer has what they build on", "gap", false],
  ] as const)("are held when %s", async (_why, held, isReadOnly) => {
    const tab = openTab();
    tab.write("a");
    tab.send();
    tab.write("b");
    await tab.unsent.settled();
    tab.crash();
    if (held === "gap") server = new Y.Doc();
    const next = openTab();
    await next.return(isReadOnly);
    expect([next.waiting, rows().map((row) => row.held)]).toEqual([[], [held]]);
  });
});

it("a tab that closes leaves the edits of others to the next tab", async () => {
  const tab = openTab();
  tab.write("a");
  await tab.unsent.settled();
  tab.crash();
  const closing = openTab();
  closing.unsent.allow(true);
  const returned = closing.return();
  closing.unsent.destroy();
  await returned;
  expect([wordsOf(closing.document), rows().length]).toEqual([[], 1]);
});

describe("a device that keeps nothing", () => {
  it("is said to keep nothing, and is asked again with the next edit", async () => {
    const tab = openTab();
    device.isFull = true;
    tab.write("a");
    await tab.unsent.settled();
    expect([tab.unsent.keeping, tab.unsent.count, tab.unsent.kept]).toEqual(["tab", 1, 0]);
    device.isFull = false;
    tab.write("b");
    await tab.unsent.settled();
    expect([tab.unsent.keeping, tab.unsent.kept]).toEqual(["device", 2]);
  });

  it("removes later what it couldn't remove at once", async () => {
    const tab = openTab();
    tab.write("a");
    await tab.unsent.settled();
    device.isFull = true;
    tab.send();
    await tab.unsent.settled();
    expect(rows()).toHaveLength(1);
    device.isFull = false;
    tab.write("b");
    tab.send();
    await tab.unsent.settled();
    expect(rows()).toEqual([]);
  });

  it("forgets at sign-out, and keeps nothing afterwards", async () => {
    const tab = openTab();
    tab.write("a");
    await tab.unsent.settled();
    device.rows.clear();
    tab.store.onForgotten();
    tab.write("b");
    await tab.unsent.settled();
    expect([tab.unsent.keeping, tab.unsent.count, tab.unsent.kept, rows()]).toEqual(["tab", 2, 0, []]);
  });
});

it("loses nothing that was kept and doubles nothing, whenever tabs crash, responses get lost and the device is full", async () => {
  for (let run = 1; run <= 60; run++) {
    const chance = new Random(run);
    server = new Y.Doc();
    device = new Device();
    let tabs: Tab[] = [];
    let [written, mayBeLost] = [0, 0];
    for (let step = 0; step < 60; step++) {
      const tab = tabs.length < 2 || chance.next() < 0.05 ? openTab() : chance.pick(tabs);
      if (!tabs.includes(tab)) tabs.push(tab);
      const dice = chance.next();
      if (dice < 0.4) tab.write(`w${run}x${written++}`);
      else if (dice < 0.6) tab.send(chance.next() < 0.7);
      else if (dice < 0.7) tab.read();
      else if (dice < 0.75) void tab.return();
      else if (dice < 0.8) device.isFull = chance.next() < 0.3;
      else if (dice < 0.9) await tab.unsent.settled();
      else if (dice < 0.95) {
        mayBeLost += tab.crash();
        tabs = tabs.filter((other) => other !== tab);
      }
    }
    device.isFull = false;
    for (const tab of tabs) mayBeLost += tab.crash();
    const last = openTab();
    await last.return();
    while (last.waiting.length > 0) last.send();
    await last.unsent.settled();
    const words = wordsOf(server);
    expect(new Set(words).size, `run ${run}`).toBe(words.length);
    expect(words.length, `run ${run}`).toBeGreaterThanOrEqual(written - mayBeLost);
    expect([last.unsent.count, rows()], `run ${run}`).toEqual([0, []]);
  }
});
