import { setTimeout as sleep } from "node:timers/promises";
import { figure, interleave } from "../lib/figures.mjs";
import { residentKb } from "../lib/processes.mjs";
import { median, round } from "../lib/statistics.mjs";
import { Client } from "./client.mjs";

const DOCUMENTS = 10;
const SOCKETS_EACH = 30;
const SETTLE_MS = 4000;
const ALLOWED_TIMES = 1.2;

/** Measures the memory that a further connection to an open text costs. What a round opened stays open in the next. */
export async function measureMemory({ ours, peers, memory }, rounds) {
  const opened = [];
  try {
    const contestants = {};
    for (const [name, { newPlace, pid }] of Object.entries({ ours, peer: peers, inMemory: memory })) {
      const places = [];
      for (let n = 0; n < DOCUMENTS; n++) places.push(await newPlace());
      opened.push(...(await openAll(places)));
      contestants[name] = async () => {
        await sleep(SETTLE_MS);
        const before = residentKb(pid);
        const more = await openAll(places.flatMap((place) => Array(SOCKETS_EACH).fill(place)));
        opened.push(...more);
        await sleep(SETTLE_MS);
        return (residentKb(pid) - before) / more.length;
      };
    }
    const runs = await interleave(contestants, rounds);
    const peerKb = median(runs.peer);
    return figure({
      name: "memory of a further connection",
      unit: "kB",
      runs: runs.ours,
      limit: peerKb * ALLOWED_TIMES,
      bar: `${ALLOWED_TIMES} times stock Hocuspocus`,
      beside: {
        peerKb: round(peerKb),
        peerRuns: runs.peer.map((kb) => round(kb)),
        yWebsocketKb: round(median(runs.inMemory)),
      },
    });
  } finally {
    for (const client of opened) client.close();
  }
}

async function openAll(places) {
  const clients = places.map((place) => new Client(place, null));
  for (const client of clients) await client.connect();
  return clients;
}
