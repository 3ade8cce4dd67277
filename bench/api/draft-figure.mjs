import { figure, interleave } from "../lib/figures.mjs";
import { median, round } from "../lib/statistics.mjs";

const EVENTS = 300;
const LIMIT_MS = 500;
const WORDS = [
  "alert fired: checkout errors above 5 %",
  "deployed checkout 4.12.0 to production",
  "paged the on-call engineer of payments",
  "latency of the order database is 4 s",
  "rolled back checkout to 4.11.3",
  "status page: investigating slow checkouts",
  "joined the call, reading the logs of checkout",
  "error rate is back under 0.1 %",
];

/** Notes of a long night, with an event every two minutes. */
function notes() {
  const begin = Date.UTC(2026, 2, 1, 20, 0);
  return Array.from({ length: EVENTS }, (_, n) => {
    const at = new Date(begin + n * 120_000).toISOString().slice(0, 16).replace("T", " ");
    return `${at} UTC ${WORDS[n % WORDS.length]} (${n + 1})`;
  }).join("\n");
}

/** Measures how long the API takes to draft a standard review from 300 events. */
export async function measureDraft({ api }) {
  const runs = await interleave({ draft: () => draftOnce(api), me: () => api.time("GET", "/me") });
  return figure({
    name: `draft of a review from ${EVENTS} events`,
    unit: "ms",
    runs: runs.draft,
    limit: LIMIT_MS,
    bar: "fixed",
    beside: { meMs: round(median(runs.me)) },
  });
}

async function draftOnce(api) {
  const { key } = await api.post("/incidents", {
    title: "Checkout was down for a night",
    severity: 1,
    startedAt: "2026-03-01T20:00:00Z",
    resolvedAt: "2026-03-02T06:00:00Z",
  });
  const { created } = await api.post(`/incidents/${key}/imports`, { filename: "notes.txt", content: notes() });
  if (created !== EVENTS) throw new Error(`${EVENTS} events were to be imported, and ${created} were`);
  return api.time("POST", `/incidents/${key}/reviews`, { template: "standard" });
}
