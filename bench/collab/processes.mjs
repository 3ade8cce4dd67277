import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { figure, interleave } from "../lib/figures.mjs";
import { median, round, sum } from "../lib/statistics.mjs";
import { timeCommits } from "./contestants.mjs";
import { lostByUs } from "./count-lost.mjs";
import { ourPlace } from "./our-place.mjs";
import { typeTogether } from "./type-together.mjs";

const CLIENTS = 10;
const ALLOWED_MS = 100;
const ALLOWED_COMMIT_MS = 5;
/** The largest hint that a process sends to the others while people type, and the shortest time between two. */
const HINT = JSON.stringify({ from: "x".repeat(36), news: [{ head: ["x".repeat(36), 100_000] }] });
const HINT_PAUSE_MS = 25;

/**
 * Measures two processes on one database: how long an edit takes to cross, compared with one process in the same run,
 * and what the messages between them cost a commit.
 */
export async function measureProcesses(rounds) {
  const env = { AFTERWORD_SECRET: randomBytes(32).toString("hex") };
  const first = await Afterword.open(env);
  const second = new Afterword({ ...env, DATABASE_URL: first.databaseUrl() });
  try {
    await second.start();
    const sql = await first.connect();
    const { api } = await setUp(first);
    const { key } = await api.post("/incidents", { title: "Checkout answers slowly", severity: 2 });
    const run = async (processes) => {
      const place = await ourPlace(first, api, key, "quick");
      const there = {
        ...place,
        url: place.url.replace(first.url.replace("http", "ws"), second.url.replace("http", "ws")),
      };
      const places = processes === 1 ? [place] : [place, there];
      const { writers, ...times } = await typeTogether(places, { clients: CLIENTS, pid: first.pid });
      return { ...times, lost: await lostByUs(sql, place.name, writers) };
    };
    await sql.query("CREATE TABLE one_commit (data bytea)");
    const runs = await interleave(
      {
        across: () => run(2),
        one: () => run(1),
        alone: () => timeCommits(sql),
        besideHints: () => whileHinting(first, () => timeCommits(sql)),
      },
      rounds,
    );
    return [across(runs), lost(runs), commits(runs)];
  } finally {
    await second.close();
    await first.close();
  }
}

function across({ across, one }) {
  return figure({
    name: `edit across two processes, p95, ${CLIENTS} clients`,
    unit: "ms",
    runs: across.map((run) => run.p95Ms),
    limit: ALLOWED_MS,
    bar: `${ALLOWED_MS} ms`,
    beside: {
      oneProcessMs: round(median(one.map((run) => run.p95Ms))),
      medianMs: round(median(across.map((run) => run.medianMs))),
      oneProcessMedianMs: round(median(one.map((run) => run.medianMs))),
      arrivals: sum(across.map((run) => run.arrivals)),
      cpuMsPerKey: round(median(across.map((run) => run.cpuMsPerKey))),
      oneProcessCpuMsPerKey: round(median(one.map((run) => run.cpuMsPerKey))),
    },
  });
}

function lost({ across }) {
  const runs = [sum(across.map((run) => run.lost))];
  return figure({ name: "edits acknowledged by either process and lost", unit: "edits", runs, limit: 0, bar: "none" });
}

function commits({ alone, besideHints }) {
  const aloneMs = median(alone);
  return figure({
    name: "a commit while processes send each other messages, p95",
    unit: "ms",
    runs: besideHints,
    limit: aloneMs + ALLOWED_COMMIT_MS,
    bar: `a commit without messages + ${ALLOWED_COMMIT_MS} ms`,
    beside: { aloneMs: round(aloneMs), aloneRuns: alone.map((run) => round(run)) },
  });
}

/** Does `work` while two connections send messages as fast as processes do at most. Both processes listen. */
async function whileHinting(afterword, work) {
  let isOver = false;
  const sending = [1, 2].map(async () => {
    const sql = await afterword.connect();
    while (!isOver) {
      await sql.query("SELECT pg_notify('afterword_document', $1)", [HINT]);
      await sleep(HINT_PAUSE_MS);
    }
  });
  try {
    return await work();
  } finally {
    isOver = true;
    await Promise.all(sending);
  }
}
