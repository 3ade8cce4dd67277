import { setTimeout as sleep } from "node:timers/promises";
import { cpuMs } from "../lib/processes.mjs";
import { median, p95, sum } from "../lib/statistics.mjs";
import { Client } from "./client.mjs";

const WRITERS = 5;
const KEYS_PER_SECOND = 5;
const WARM_UP_MS = 1500;
const MEASURED_MS = 4000;
const LAST_ANSWERS_MS = 5000;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * One run: `clients` people have a document open, and five of them type five letters a second each, with 30% jitter.
 * Returns the times from a keystroke to its arrival at each other client, and the processor time of the server `pid`.
 * Clients take turns at several `places` of the document, and only arrivals at another place count.
 */
export async function typeTogether(places, { clients, pid }) {
  const delays = [];
  const writers = new Map();
  let measureFrom = Number.POSITIVE_INFINITY;
  const arrivedAt = (reader) => (writerId, from, to) => {
    const at = performance.now();
    const writer = writers.get(writerId);
    const sentAt = places.length === 1 || writer?.place !== reader ? writer?.sentAt : undefined;
    for (let clock = from + 1; sentAt && clock <= to; clock++) {
      const sent = sentAt.get(clock);
      if (sent !== undefined && sent >= measureFrom) delays.push(at - sent);
    }
  };
  const everybody = Array.from({ length: clients }, (_, n) => {
    const place = places[n % places.length];
    return new Client(place, arrivedAt(place));
  });
  try {
    for (const client of everybody) await client.connect();
    const typing = everybody.slice(0, WRITERS);
    for (const client of typing) {
      client.beginWriting();
      writers.set(client.document.clientID, client);
    }
    const stops = typing.map(typeSteadily);
    await sleep(WARM_UP_MS);
    measureFrom = performance.now();
    const cpuBefore = cpuMs(pid);
    await sleep(MEASURED_MS);
    for (const stop of stops) stop();
    const usedMs = cpuMs(pid) - cpuBefore;
    if (places.every(({ name }) => name !== null)) await allAcknowledged(typing);
    const keys = sum(typing.map(({ sentAt }) => [...sentAt.values()].filter((at) => at >= measureFrom).length));
    const times = { p95Ms: p95(delays), medianMs: median(delays), arrivals: delays.length };
    return { ...times, cpuMsPerKey: usedMs / keys, writers: typing.map(accountOf) };
  } finally {
    for (const client of everybody) client.close();
  }
}

function typeSteadily(client) {
  const pauseMs = () => (1000 / KEYS_PER_SECOND) * (0.7 + 0.6 * Math.random());
  let typed = 0;
  const next = () => {
    client.type(LETTERS[typed++ % LETTERS.length]);
    timer = setTimeout(next, pauseMs());
  };
  let timer = setTimeout(next, pauseMs() * Math.random());
  return () => clearTimeout(timer);
}

async function allAcknowledged(writers) {
  const end = performance.now() + LAST_ANSWERS_MS;
  while (performance.now() < end && writers.some((writer) => writer.acknowledged < writer.clock)) await sleep(5);
}

const accountOf = ({ document, clock, acknowledged }) => ({ clientId: document.clientID, typed: clock, acknowledged });
