import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";
import { Client } from "./client.mjs";

const EDITS = 100_000;
/** After so many letters the writer goes to another place, so the text has many runs of letters. */
const RUN = 8;
/** So many edits are sent as one update, as a client does that was offline: one by one takes minutes. */
const TOGETHER = 100;
/** Updates on their way at most. */
const WINDOW = 20;
const TRIES = 3;
const ANSWER_MS = 60_000;
const UNLOAD_MS = 5000;

/**
 * Measures joining a text of 100,000 edits that no one has open: from the connection until a reader has built it. Stock
 * Hocuspocus reads one merged state from PostgreSQL, ours the last one and the rows after it. Both look up who connects.
 * y-websocket asks for no one and has the text in memory.
 */
export async function measureJoin({ ours, peers, memory }, rounds) {
  const updates = edits();
  const places = {};
  const filled = {};
  for (const [name, contestant] of Object.entries({ ours, peer: peers, inMemory: memory })) {
    const started = performance.now();
    places[name] = await filledPlace(contestant, updates);
    filled[name] = round((performance.now() - started) / 1000);
  }
  const runs = await interleave(
    Object.fromEntries(Object.entries(places).map(([name, place]) => [name, () => join(place)])),
    rounds,
  );
  const msOf = (name) => median(runs[name].map((run) => run.ms));
  return figure({
    name: `cold join of a text of ${EDITS.toLocaleString("en")} edits`,
    unit: "ms",
    runs: runs.ours.map((run) => run.ms),
    limit: msOf("peer"),
    bar: "stock Hocuspocus",
    beside: {
      peerMs: round(msOf("peer")),
      peerRuns: runs.peer.map((run) => round(run.ms)),
      yWebsocketMs: round(msOf("inMemory")),
      kb: round(runs.ours[0].kb),
      peerKb: round(runs.peer[0].kb),
      secondsToWrite: filled,
    },
  });
}

/** Letters, each written by an edit of its own, in runs at changing places of one paragraph: as few updates. */
function edits() {
  const document = new Y.Doc({ gc: false });
  const updates = [];
  document.on("update", (update) => updates.push(update));
  const text = new Y.XmlText();
  document.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    document.getXmlFragment("default").insert(0, [paragraph]);
  });
  let at = 0;
  for (let n = 0; updates.length < EDITS; n++) {
    // A fixed sequence, so every run has the same text.
    if (n % RUN === 0) at = (n * 7919) % (text.length + 1);
    text.insert(at++, "x");
  }
  return Array.from({ length: EDITS / TOGETHER }, (_, index) =>
    Y.mergeUpdates(updates.slice(index * TOGETHER, (index + 1) * TOGETHER)),
  );
}

/** A text with all of the edits. A server that rejects one, as a busy one can, gets a new text. */
async function filledPlace(contestant, updates) {
  for (let left = TRIES - 1; ; left--) {
    const place = await contestant.newPlace();
    const refused = await fill(place, updates);
    if (refused === 0) return place;
    if (left === 0) throw new Error(`The server rejected ${refused} of ${updates.length} updates`);
  }
}

/** Returns how many updates were rejected. Those after them can't be read without them. */
async function fill(place, updates) {
  const client = new Client(place, null);
  await client.connect();
  const most = place.name === null ? Number.POSITIVE_INFINITY : WINDOW;
  for (const update of updates) {
    client.sendUpdate(update);
    if (client.refused > 0) break;
    await until(() => client.waiting <= most);
  }
  if (place.name !== null) await until(() => client.waiting === 0);
  else {
    // y-websocket acknowledges nothing.
    client.askAgain();
    await until(() => client.answer !== null);
  }
  client.close();
  return client.refused;
}

/** A connection that the server closed would never answer. */
async function until(isDone) {
  const end = performance.now() + ANSWER_MS;
  while (!isDone()) {
    if (performance.now() > end) throw new Error("No response from the server for a minute while the text was written");
    await sleep(1);
  }
}

/** {ms, kb} */
async function join(place) {
  await sleep(UNLOAD_MS);
  const client = new Client(place, null);
  const started = performance.now();
  try {
    await client.connect();
    const document = new Y.Doc();
    Y.applyUpdate(document, client.answer);
    const ms = performance.now() - started;
    const { length } = document.getXmlFragment("default").toString();
    if (length < EDITS) throw new Error(`The text that arrived has ${length} letters of ${EDITS}`);
    return { ms, kb: client.answer.length / 1024 };
  } finally {
    client.close();
  }
}
