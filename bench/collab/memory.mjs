import { setTimeout as sleep } from "node:timers/promises";
import { figure, interleave } from "../lib/figures.mjs";
import { residentKb } from "../lib/processes.mjs";
import { round, sum } from "../lib/statistics.mjs";
import { Client } from "./client.mjs";

const DOCUMENTS = 10;
const SOCKETS_EACH = 30;
const SETTLE_MS = 4000;
const ALLOWED_TIMES = 1.2;

/**
 * Measures the memory that a further connection to an open text costs. What a round opened stays open in the next, so
 * the figure is the growth over all rounds: within one, collecting garbage moves more than its connections take.
 */
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
    const peerKb = mean(runs.peer);
    return figure({
      name: "memory of a further connection",
      unit: "kB",
      runs: [mean(runs.ours)],
      limit: peerKb * ALLOWED_TIMES,
      bar: `${ALLOWED_TIMES} times stock Hocuspocus`,
      beside: {
        oursRuns: runs.ours.map((kb) => round(kb)),
        peerKb: round(peerKb),
        peerRuns: runs.peer.map((kb) => round(kb)),
        yWebsocketKb: round(mean(runs.inMemory)),
      },
    });
  } finally {
    for (const client of opened) client.close();
  }
}

const mean = (numbers) => sum(numbers) / numbers.length;

async function openAll(places) {
  const clients = places.map((place) => new Client(place, null));
  for (const client of clients) await client.connect();
  return clients;
}
