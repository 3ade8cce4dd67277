/** Generates sources of any size, always the same. Each function returns the lines or rows for a count. */

const TITLES = [
  "Alert QueueAge fired on web-",
  "Deploy of checkout finished, build ",
  "Ines takes command of incident ",
  "CPU of node above 90 % on host-",
  "Customer reports slow pages, ticket ",
  "Looking at dashboard number ",
  "Rolled back checkout to build ",
];
const PEOPLE = ["Ines", "Dario", "Wanjiru", "Siobhán", "Chen"];
const START_MS = Date.UTC(2026, 0, 5);

const titleOf = (index) => `${TITLES[index % TITLES.length]}${index}`;
const personOf = (index) => PEOPLE[index % PEOPLE.length];
const at = (index, stepMs) => new Date(START_MS + index * stepMs).toISOString();

export const LINES = {
  notes: (index) => `- ${at(index, 7000).slice(0, 19).replace("T", " ")} UTC ${titleOf(index)}`,
  syslog: (index) => `${at(index, 900)} web-${index % 40} checkout[${1000 + (index % 9)}]: ${titleOf(index)}`,
  chat: (index) => `[${at(index, 60_000).slice(11, 16)}] ${personOf(index)}: ${titleOf(index)}`,
};

const CSV_HEAD = "timestamp,title,actor,service";
const csvRow = (index) => `${at(index, 61_000)},"${titleOf(index)}",${personOf(index)},svc-${index % 9}`;

const logEntry = (index) =>
  JSON.stringify({
    id: `R${index}`,
    type: index % 3 === 0 ? "trigger_log_entry" : "notify_log_entry",
    summary: titleOf(index),
    self: `https://api.pagerduty.com/log_entries/R${index}`,
    html_url: null,
    created_at: at(index, 11_000),
    agent: { id: `P${index % 50}`, type: "user_reference", summary: personOf(index) },
    channel: { type: "web_trigger", summary: "High queue age", subject: titleOf(index) },
    service: { id: "PSVC", type: "service_reference", summary: `svc-${index % 9}` },
    incident: { id: `I${index % 100}`, type: "incident_reference", summary: "Queue age" },
  });

export const slackMessage = (index) => ({
  client_msg_id: `c-${index}`,
  type: "message",
  text:
    index % 5 === 0
      ? `<@U${index % 40}> ${titleOf(index)}, see <https://example.com/d/${index}|the board>`
      : titleOf(index),
  user: `U${index % 40}`,
  ts: `${(START_MS / 1000 + index * 13).toFixed(0)}.${String(index % 1_000_000).padStart(6, "0")}`,
  team: "T1",
  user_profile: {
    real_name: personOf(index),
    display_name: personOf(index).toLowerCase(),
    team: "T1",
    image_72: "https://example.com/a.png",
  },
  ...(index % 7 === 0
    ? {
        thread_ts: `${(START_MS / 1000 + (index - (index % 70)) * 13).toFixed(0)}.${String((index - (index % 70)) % 1_000_000).padStart(6, "0")}`,
      }
    : {}),
});

function fill(bytes, head, line, joint, tail) {
  const parts = [head];
  let size = head.length + tail.length;
  for (let index = 0; size < bytes; index++) {
    const part = line(index);
    parts.push(part);
    size += part.length + joint.length;
  }
  return Buffer.from(parts[0] + parts.slice(1).join(joint) + tail);
}

/** The bytes of a source of about this size. */
export function sourceOf(kind, bytes) {
  if (kind === "csv") return fill(bytes, `${CSV_HEAD}\n`, csvRow, "\n", "\n");
  if (kind === "json") return fill(bytes, '{"log_entries":[', logEntry, ",", "]}");
  return fill(bytes, kind === "chat" ? "2026-01-05 UTC\n" : "", LINES[kind], "\n", "\n");
}

export const FILENAMES = {
  csv: "events.csv",
  json: "log-entries.json",
  notes: "notes.md",
  syslog: "sys.log",
  chat: "chat.txt",
};
