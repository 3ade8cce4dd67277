import { Afterword } from "../lib/afterword.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round, sum } from "../lib/statistics.mjs";
import { ourDocuments, peerDocuments } from "./contestants.mjs";

const CLIENTS = [10, 50];
const ALLOWED_MS = 10;

/**
 * Measures the shared text: how many edits are lost, and how long a keystroke takes to reach the others, compared with
 * stock Hocuspocus.
 */
export async function measureCollab() {
  const afterword = await Afterword.open();
  const cleanUps = [() => afterword.close()];
  try {
    const ours = await ourDocuments(afterword);
    const peers = await peerDocuments(afterword, cleanUps);
    const figures = [];
    const tallies = [];
    for (const clients of CLIENTS) {
      const runs = await interleave({
        ours: () => ours.run(clients),
        peer: () => peers.run(clients),
        commit: () => peers.timeCommits(),
      });
      tallies.push(...runs.ours);
      figures.push(keystrokes(clients, runs));
    }
    return [lost(tallies), ...figures];
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

function keystrokes(clients, { ours, peer, commit }) {
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
      medianMs: round(median(ours.map((run) => run.medianMs))),
      peerMedianMs: round(median(peer.map((run) => run.medianMs))),
      oneCommitMs: round(median(commit)),
      arrivals: sum(ours.map((run) => run.arrivals)),
      cpuMsPerKey: round(median(ours.map((run) => run.cpuMsPerKey))),
      peerCpuMsPerKey: round(median(peer.map((run) => run.cpuMsPerKey))),
      peerAcknowledged: sum(peer.map((run) => run.acknowledged)),
      peerNotStored: sum(peer.map((run) => run.lost)),
    },
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
