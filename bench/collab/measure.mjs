import { Afterword } from "../lib/afterword.mjs";
import { figure, interleave, RUNS } from "../lib/figures.mjs";
import { median, round, sum } from "../lib/statistics.mjs";
import { memoryDocuments, ourDocuments, peerDocuments } from "./contestants.mjs";
import { measureJoin } from "./join.mjs";
import { measureMemory } from "./memory.mjs";
import { typeTogether } from "./type-together.mjs";

/** The parts that `--skip` can name. */
export const PARTS = ["10", "50", "200", "documents", "join", "memory"];

const ALLOWED_MS = 10;
const ALLOWED_TIMES = 1.5;
const MANY = 200;
const DOCUMENTS = { count: 20, clients: 5 };

/**
 * Measures lost edits, the time of a keystroke to the others, joining a long history and the memory of a connection, next
 * to stock Hocuspocus and y-websocket. The three get the same flags for V8 and the same clients. Only ours commits an
 * edit before anyone sees it: stock stores the whole text seconds later.
 */
export async function measureCollab({ skip = [], rounds = RUNS } = {}) {
  const wants = (part) => !skip.includes(part);
  const afterword = await Afterword.open();
  const cleanUps = [() => afterword.close()];
  try {
    const ours = await ourDocuments(afterword);
    const peers = await peerDocuments(afterword, cleanUps);
    const memory = await memoryDocuments(cleanUps);
    const all = { ours, peers, memory };
    const figures = [];
    const tallies = [];
    for (const clients of [10, 50, MANY].filter((count) => wants(String(count)))) {
      const runs = await interleave(
        {
          ours: () => ours.run(clients),
          peer: () => peers.run(clients),
          inMemory: () => memory.run(clients),
          commit: () => peers.timeCommits(),
        },
        rounds,
      );
      tallies.push(...runs.ours);
      figures.push(keystrokes(clients, runs));
    }
    if (wants("documents")) {
      const runs = await interleave(
        {
          ours: () => typeEverywhere(ours),
          peer: () => typeEverywhere(peers),
          inMemory: () => typeEverywhere(memory),
        },
        rounds,
      );
      tallies.push(...runs.ours.flatMap((run) => run.tallies));
      figures.push(manyDocuments(runs));
    }
    // Before the long text: its memory returns to the system while connections are counted.
    if (wants("memory")) figures.push(await measureMemory(all, rounds));
    if (wants("join")) figures.push(await measureJoin(all, rounds));
    return tallies.length > 0 ? [lost(tallies), ...figures] : figures;
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

/** Returns the figures that each figure of keystrokes shows in addition to its own. */
const besides = ({ ours, peer, inMemory }) => ({
  peerMs: round(median(peer.map((run) => run.p95Ms))),
  peerRuns: peer.map((run) => round(run.p95Ms)),
  yWebsocketMs: round(median(inMemory.map((run) => run.p95Ms))),
  medianMs: round(median(ours.map((run) => run.medianMs))),
  peerMedianMs: round(median(peer.map((run) => run.medianMs))),
  arrivals: sum(ours.map((run) => run.arrivals)),
  cpuMsPerKey: round(median(ours.map((run) => run.cpuMsPerKey))),
  peerCpuMsPerKey: round(median(peer.map((run) => run.cpuMsPerKey))),
});

function keystrokes(clients, runs) {
  const { ours, peer, commit } = runs;
  const peerMs = median(peer.map((run) => run.p95Ms));
  const isMany = clients === MANY;
  return figure({
    name: `keystroke to the other readers, p95, ${clients} clients`,
    unit: "ms",
    runs: ours.map((run) => run.p95Ms),
    limit: isMany ? peerMs * ALLOWED_TIMES : peerMs + ALLOWED_MS,
    bar: isMany ? `${ALLOWED_TIMES} times stock Hocuspocus` : `stock Hocuspocus + ${ALLOWED_MS} ms`,
    beside: {
      ...besides(runs),
      oneCommitMs: round(median(commit)),
      peerAcknowledged: sum(peer.map((run) => run.acknowledged)),
      peerNotStored: sum(peer.map((run) => run.lost)),
    },
  });
}

/** Everyone types in many documents at once. The delays of all are taken together. */
async function typeEverywhere(contestant) {
  const { count, clients } = DOCUMENTS;
  const places = [];
  for (let n = 0; n < count; n++) places.push(await contestant.newPlace());
  const runs = await Promise.all(places.map((place) => typeTogether([place], { clients, pid: contestant.pid })));
  const tallies = [];
  for (const [index, { writers }] of runs.entries())
    if (contestant.lostIn)
      tallies.push({
        typed: sum(writers.map((writer) => writer.typed)),
        acknowledged: sum(writers.map((writer) => writer.acknowledged)),
        lost: await contestant.lostIn(places[index], writers),
      });
  return {
    p95Ms: median(runs.map((run) => run.p95Ms)),
    medianMs: median(runs.map((run) => run.medianMs)),
    arrivals: sum(runs.map((run) => run.arrivals)),
    // Each run divides the total processor time by its own keystrokes only.
    cpuMsPerKey: median(runs.map((run) => run.cpuMsPerKey)) / count,
    tallies,
  };
}

function manyDocuments(runs) {
  const { count, clients } = DOCUMENTS;
  return figure({
    name: `keystroke to the other readers, p95 of the middle document, ${count} documents with ${clients} clients each`,
    unit: "ms",
    runs: runs.ours.map((run) => run.p95Ms),
    limit: median(runs.peer.map((run) => run.p95Ms)) + ALLOWED_MS,
    bar: `stock Hocuspocus + ${ALLOWED_MS} ms`,
    beside: besides(runs),
  });
}

function lost(runs) {
  const [typed, acknowledged] = [sum(runs.map((run) => run.typed)), sum(runs.map((run) => run.acknowledged))];
  const missing = runs.map((run) => run.lost + run.typed - run.acknowledged);
  return figure({
    name: "edits acknowledged and lost, or never acknowledged",
    unit: "edits",
    runs: [sum(missing)],
    limit: 0,
    bar: "none",
    beside: { typed, acknowledged, acknowledgedAndLost: sum(runs.map((run) => run.lost)) },
  });
}
