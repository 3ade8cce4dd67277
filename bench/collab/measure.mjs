import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { startProgram } from "../lib/child.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { cpuMs } from "../lib/processes.mjs";
import { median, round, sum } from "../lib/statistics.mjs";
import { lostByPeer, lostByUs } from "./count-lost.mjs";
import { ourPlace } from "./our-place.mjs";
import { typeTogether } from "./type-together.mjs";

const CLIENTS = [10, 50];
const ALLOWED_MS = 10;
const PEER_DATABASE = "peer";

/** The figures of the shared text: what is lost, and how long a keystroke takes to the others, beside stock Hocuspocus. */
export async function measureCollab() {
  const afterword = await Afterword.open();
  const cleanUps = [() => afterword.close()];
  try {
    const ours = await ourDocuments(afterword);
    const peers = await peerDocuments(afterword, cleanUps);
    const figures = [];
    const tallies = [];
    for (const clients of CLIENTS) {
      const runs = await interleave({ ours: () => ours.run(clients), peer: () => peers.run(clients) });
      tallies.push(...runs.ours);
      figures.push(keystrokes(clients, runs));
    }
    return [lost(tallies), ...figures];
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

function keystrokes(clients, { ours, peer }) {
  const peerMs = median(peer.map((run) => run.p95Ms));
  return figure({
    name: `keystroke to the other readers, p95, ${clients} clients`,
    unit: "ms",
    runs: ours.map((run) => run.p95Ms),
    limit: peerMs + ALLOWED_MS,
    bar: `stock Hocuspocus + ${ALLOWED_MS} ms`,
    beside: {
      peerMs: round(peerMs),
      peerRuns: peer.map((run) => round(run.p95Ms)),
      arrivals: sum(ours.map((run) => run.arrivals)),
      cpuMsPerEdit: cpuPerEdit(ours),
      peerCpuMsPerEdit: cpuPerEdit(peer),
      peerAcknowledged: sum(peer.map((run) => run.acknowledged)),
      peerNotStored: sum(peer.map((run) => run.lost)),
    },
  });
}

const cpuPerEdit = (runs) => round(sum(runs.map((run) => run.cpuMs)) / sum(runs.map((run) => run.typed)));

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

/** One run against a server of process `pid`. */
async function tally(pid, place, clients, countLost) {
  const cpuBefore = cpuMs(pid);
  const { writers, ...times } = await typeTogether(place, { clients });
  return {
    ...times,
    cpuMs: cpuMs(pid) - cpuBefore,
    typed: sum(writers.map((writer) => writer.typed)),
    acknowledged: sum(writers.map((writer) => writer.acknowledged)),
    lost: await countLost(writers),
  };
}

/** Each run types in a new review. */
async function ourDocuments(afterword) {
  const sql = await afterword.connect();
  const { api } = await setUp(afterword);
  const { key } = await api.post("/incidents", { title: "Checkout answers slowly", severity: 2 });
  return {
    async run(clients) {
      const place = await ourPlace(afterword, api, key, "quick");
      return tally(afterword.pid, place, clients, (writers) => lostByUs(sql, place.name, writers));
    },
  };
}

/** Each run types in a new document of the peer, which has a database of its own in the same PostgreSQL. */
async function peerDocuments(afterword, cleanUps) {
  const maintenance = await afterword.connect();
  await maintenance.query(`CREATE DATABASE ${PEER_DATABASE}`);
  const env = { PEER_DATABASE_URL: afterword.databaseUrl(PEER_DATABASE) };
  const peer = await startProgram("bench/peers/hocuspocus.mjs", { env, ready: /Hocuspocus is ready at (\S+)/ });
  cleanUps.push(() => peer.stop());
  const sql = await afterword.connect(PEER_DATABASE);
  let number = 0;
  return {
    async run(clients) {
      const name = `document-${++number}`;
      const place = { url: peer.match[1], name, headers: {} };
      return tally(peer.pid, place, clients, (writers) => lostByPeer(sql, name, writers));
    },
  };
}
