import { setTimeout as sleep } from "node:timers/promises";
import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { residentKb } from "../lib/processes.mjs";
import { median, round } from "../lib/statistics.mjs";
import { Client } from "./client.mjs";
import { ourPlace } from "./our-place.mjs";
import { typeTogether } from "./type-together.mjs";

const DOCUMENTS = 100;
const MORE_SOCKETS_EACH = 9;
const BUSY = { documents: 20, clients: 5 };
const SETTLE_MS = 3000;

const ignore = () => undefined;

/**
 * Measures the memory of open documents and sockets and the processor time of a busy server, the inputs of
 * docs/scaling.md. There is no limit to pass.
 */
export async function measureCapacity() {
  const afterword = await Afterword.open();
  try {
    const { api } = await setUp(afterword);
    const { key } = await api.post("/incidents", { title: "Checkout answers slowly", severity: 2 });
    const places = [];
    for (let n = 0; n < DOCUMENTS; n++) places.push(await ourPlace(afterword, api, key, "standard"));
    const memory = async () => {
      await sleep(SETTLE_MS);
      return residentKb(afterword.pid);
    };
    const nobody = await memory();
    const first = await openAll(places);
    const oneEach = await memory();
    const more = await openAll(places.flatMap((place) => Array(MORE_SOCKETS_EACH).fill(place)));
    const all = await memory();
    for (const client of [...first, ...more]) client.close();
    const busy = await typeEverywhere(places.slice(0, BUSY.documents), afterword.pid);
    return {
      documents: DOCUMENTS,
      sockets: first.length + more.length,
      documentKb: round(await documentKb(afterword, places)),
      nobodyMb: round(nobody / 1024),
      documentAndFirstSocketKb: round((oneEach - nobody) / DOCUMENTS),
      furtherSocketKb: round((all - oneEach) / more.length),
      busy,
    };
  } finally {
    await afterword.close();
  }
}

/** Everyone types in many documents at once: the cost of a keystroke when one commit carries several. */
async function typeEverywhere(places, pid) {
  const runs = await Promise.all(places.map((place) => typeTogether([place], { clients: BUSY.clients, pid })));
  return {
    ...BUSY,
    // Each run divides the total processor time by its own keystrokes only.
    cpuMsPerKey: round(median(runs.map((run) => run.cpuMsPerKey)) / places.length),
    medianMs: round(median(runs.map((run) => run.medianMs))),
    p95Ms: round(median(runs.map((run) => run.p95Ms))),
  };
}

async function openAll(places) {
  const clients = places.map((place) => new Client(place, ignore));
  for (const client of clients) await client.connect();
  return clients;
}

/** Mean size of the stored texts. */
async function documentKb(afterword, places) {
  const sql = await afterword.connect();
  const { rows } = await sql.query(
    "SELECT avg(length(state)) / 1024 AS kb FROM document_snapshot WHERE document_id = ANY($1)",
    [places.map((place) => place.name)],
  );
  return Number(rows[0].kb);
}
