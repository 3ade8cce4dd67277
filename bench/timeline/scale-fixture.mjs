import { readFileSync } from "node:fs";

const ISO = /\b(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})/g;
const IDS = /(?:^|_)(?:id|uid|ts|key|number|iid|guid|fingerprint|alias|after|eventArn)$|[a-z](?:Id|ID)$/;
const DELIVERY = /^(?:action|event|event_type|object_kind|webhookEvent|alerts|receiver|detail)$/;
const LISTS = 3;
/** Longer than any chat of the fixtures, so the copies follow each other as messages in a file do. */
const CHAT_SECONDS = 7200;

/**
 * Enlarges a JSON fixture to the wanted size by repeating its records, each time with other ids and later times. A
 * fixture that is one delivery becomes a list of deliveries. Returns {text, copies}.
 */
export function scaleFixture(path, bytes) {
  const text = readFileSync(path, "utf8");
  const values = valuesOf(text);
  const { head, records, tail } = values.length === 1 ? openList(values[0], LISTS) : whole(values);
  const parts = [];
  let size = 0;
  let copies = 0;
  for (; size < bytes; copies++) {
    const part = records.map((record) => JSON.stringify(vary(record, copies))).join(",");
    parts.push(part);
    size += part.length + 1;
  }
  return { text: head + parts.join(",") + tail, copies };
}

function valuesOf(text) {
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .split("\n")
      .filter((line) => line.startsWith("{") && line.trimEnd().endsWith("}"))
      .map((line) => JSON.parse(line));
  }
}

const whole = (records) => ({ head: "[", records, tail: "]" });

/**
 * The longest list of objects near the top of a response, with the text around it. If there is none, the value as a
 * list with one item.
 */
function openList(value, depth) {
  if (Array.isArray(value)) return whole(value);
  return openInner(value, depth) ?? whole([value]);
}

function openInner(value, depth) {
  // In a delivery, lists are parts of what happened.
  const entries = Object.entries(value);
  if (entries.some(([key]) => DELIVERY.test(key))) return null;
  for (const [key, inner] of entries) {
    if (key === "included") continue;
    const rest = entries
      .filter(([other]) => other !== key)
      .map(([other, part]) => `${JSON.stringify(other)}:${JSON.stringify(part)},`);
    const head = `{${rest.join("")}${JSON.stringify(key)}:`;
    if (Array.isArray(inner) && inner.length > 1 && inner.every((one) => typeof one === "object" && one !== null))
      return { head: `${head}[`, records: inner, tail: "]}" };
    if (depth > 1 && typeof inner === "object" && inner !== null && !Array.isArray(inner) && entries.length <= 4) {
      const found = openInner(inner, depth - 1);
      if (found) return { ...found, head: head + found.head, tail: `${found.tail}}` };
    }
  }
  return null;
}

/** The same record as it would be `copy` minutes later, with another id. */
function vary(value, copy, key = "") {
  if (copy === 0) return value;
  if (typeof value === "string") {
    if (IDS.test(key))
      return /^\d+\.\d+$/.test(value) ? String((Number(value) + copy * CHAT_SECONDS).toFixed(6)) : `${value}${copy}`;
    return value.replace(ISO, (stated) => later(stated, copy));
  }
  if (typeof value === "number") return value + copy * stepOf(key, value);
  if (Array.isArray(value)) return value.map((inner) => vary(inner, copy));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, vary(inner, copy, name)]));
}

/** Numbers that are seconds or milliseconds since 1970 are moved by a minute. */
function stepOf(key, value) {
  if (value > 1e12 && value < 2e12) return 60_000;
  if (value > 1e9 && value < 2e9) return 60;
  return IDS.test(key) ? 1000 : 0;
}

function later(stated, copy) {
  const moved = new Date(`${stated.replace(" ", "T")}Z`);
  if (Number.isNaN(moved.getTime()) || moved.getUTCFullYear() < 1971) return stated;
  moved.setUTCMinutes(moved.getUTCMinutes() + copy);
  return moved.toISOString().slice(0, 19).replace("T", stated[10]);
}
