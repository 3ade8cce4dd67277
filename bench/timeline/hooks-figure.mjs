import { setTimeout as sleep } from "node:timers/promises";
import { Afterword } from "../lib/afterword.mjs";
import { setUp } from "../lib/api.mjs";
import { figure } from "../lib/figures.mjs";
import { median, percentile, round } from "../lib/statistics.mjs";

const PER_SECOND = 200;
const SECONDS = 30;
const DELIVERIES = PER_SECOND * SECONDS;
const RETRY_MS = 250;
const ANSWER_MS = 10_000;
const DRAIN_MS = 300_000;

/**
 * Sends 200 deliveries a second for 30 s, killing the server in the middle and starting it again. Counts lost and
 * duplicated events.
 */
export async function measureHooks() {
  const afterword = await Afterword.open();
  try {
    const { hook, secret } = await connect(afterword);
    console.log(`Sending ${DELIVERIES} deliveries, ${PER_SECOND} a second, over a SIGKILL.`);
    const started = performance.now();
    const killing = killInTheMiddle(afterword);
    const sent = await sendAll({ afterword, hook, secret });
    const restartMs = await killing;
    const sentMs = performance.now() - started;
    const sql = await afterword.connect();
    const drainMs = await untilProcessed(sql);
    return figuresOf(await countAll(sql), {
      ...tellSent(sent),
      sentMs: round(sentMs),
      restartMs: round(restartMs),
      drainMs: round(drainMs),
    });
  } finally {
    await afterword.close();
  }
}

/** An Alertmanager for a service with an open incident, so every event joins its timeline. */
async function connect(afterword) {
  const { api } = await setUp(afterword);
  const service = await api.post("/services", { name: "Acme Mail" });
  await api.post("/incidents", { title: "Mail is late", severity: 2, serviceIds: [service.id] });
  const made = await api.post("/integrations", { source: "alertmanager", name: "bench", serviceId: service.id });
  return { hook: made.integration.path, secret: made.secret };
}

async function killInTheMiddle(afterword) {
  await sleep((SECONDS / 2) * 1000);
  await afterword.kill();
  return afterword.start();
}

/** Sends each delivery at its own time, whatever happened to the others, and sends it again until it is answered. */
async function sendAll(target) {
  const started = performance.now();
  const sending = [];
  for (let number = 0; number < DELIVERIES; number++) {
    const wait = started + (number * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    sending.push(sendOne(target, number));
  }
  return Promise.all(sending);
}

async function sendOne({ afterword, hook, secret }, number) {
  const body = JSON.stringify(delivery(number));
  const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
  for (let tries = 1; ; tries++) {
    const started = performance.now();
    // No answer, or an answer that asks for another try: every sender of webhooks repeats these.
    const answer = await fetch(afterword.url + hook, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.status === 202) return { ms: performance.now() - started, tries };
    if (answer && answer.status < 500) throw new Error(`a delivery was answered ${answer.status}`);
    await sleep(RETRY_MS);
  }
}

const delivery = (number) => ({
  version: "4",
  groupKey: `{}:{alertname="Queue${number % 7}"}`,
  status: "firing",
  receiver: "afterword",
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: "http://alertmanager.example.com",
  alerts: [
    {
      status: "firing",
      labels: { alertname: `Queue${number % 7}`, severity: "page", instance: `mail-${number}` },
      annotations: { summary: `Queue ${number} is deep` },
      startsAt: new Date(Date.now()).toISOString(),
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus.example.com/graph",
      fingerprint: `bench${number}`,
    },
  ],
});

/** Milliseconds until no delivery is waiting. */
async function untilProcessed(sql) {
  const started = performance.now();
  for (const end = started + DRAIN_MS; performance.now() < end; await sleep(200)) {
    const { rows } = await sql.query("SELECT count(*)::int AS n FROM delivery WHERE processed_at IS NULL");
    if (rows[0].n === 0) return performance.now() - started;
  }
  throw new Error("deliveries still wait after five minutes");
}

async function countAll(sql) {
  const { rows } = await sql.query(`
    SELECT (SELECT count(*) FROM delivery)::int AS deliveries,
           (SELECT count(*) FROM timeline_event)::int AS events,
           (SELECT count(DISTINCT split_part(identity, '@', 1)) FROM timeline_event)::int AS known,
           (SELECT count(*) FROM incoming_event)::int AS incoming,
           (SELECT coalesce(sum(times), 0) FROM delivery)::int AS times,
           (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY answered_in_ms) FROM delivery)::float8 AS "workP95Ms"`);
  return rows[0];
}

function tellSent(sent) {
  const ms = sent.map((one) => one.ms);
  return {
    answeredMedianMs: round(median(ms)),
    answeredP95Ms: round(percentile(ms, 0.95)),
    sentAgain: sent.filter(({ tries }) => tries > 1).length,
  };
}

function figuresOf({ deliveries, events, known, incoming, times, workP95Ms }, beside) {
  const doubled = events - known + (deliveries - DELIVERIES) + Math.max(0, incoming - DELIVERIES);
  const bar = "none, over a SIGKILL of the server";
  return [
    figure({
      name: "200 deliveries a second for 30 s: lost",
      unit: "events",
      runs: [DELIVERIES - known],
      limit: 0,
      bar,
      beside: { deliveries, times, workP95Ms: round(workP95Ms), ...beside },
    }),
    figure({ name: "200 deliveries a second for 30 s: doubled", unit: "events", runs: [doubled], limit: 0, bar }),
  ];
}
