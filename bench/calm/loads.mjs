import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { slackMessage, sourceOf } from "../timeline/sources.mjs";

const MB = 1_000_000;

const many = (piece, bytes) => Buffer.from(piece.repeat(Math.ceil(bytes / piece.length)));

function jsonOf(bytes) {
  const parts = [];
  for (let size = 0; size < bytes; size += parts.at(-1).length + 1)
    parts.push(JSON.stringify(slackMessage(parts.length)));
  return Buffer.from(`[${parts.join(",")}]`);
}

function zipOf(count) {
  const file = (n) => Buffer.from(`2026-03-10 09:${String(n % 60).padStart(2, "0")} UTC Host ${n} was restarted\n`);
  const names = Array.from({ length: count }, (_, n) => [`logs/host-${n}.txt`, file(n)]);
  return Buffer.from(zipSync(Object.fromEntries(names), { level: 1 }));
}

const unknownKeys = () => Buffer.from(`{${Array.from({ length: 300_000 }, (_, n) => `"key${n}":${n}`).join(",")}}`);

/** A form with a file to preview. `status` is what the server must answer. */
const upload = (name, filename, bytes, status = 200) => ({ name, filename, bytes, path: "preview", status });
const hostile = (name, bytes, status) => ({ name, filename: "body.json", bytes: bytes(), path: "check", status });

/** Returns the requests that anyone can send at any time, each with the status that the server must return. */
export const ordinaryLoads = () => [
  upload("a text of 14 MB", "notes.txt", sourceOf("notes", 14 * MB)),
  upload("a zip of 20,000 files", "logs.zip", zipOf(20_000)),
  upload("JSON of 24 MB", "messages.json", jsonOf(24 * MB)),
  upload("JSON of 64 MB, rejected", "messages.json", jsonOf(64 * MB), 413),
  upload("a line of 5 MB of brackets", "line.txt", many("[", 5 * MB)),
  hostile("12 MB of empty lists, signed out", () => many("[],", 12 * MB), 413),
  hostile("1 MB of empty lists, signed out", () => many("[[],", MB - 1000), 400),
  hostile("300,000 unknown keys, signed out", unknownKeys, 413),
];

/** The same for a server that accepts files of 64 MB. */
export const raisedLoads = () => [upload("JSON of 64 MB, read", "messages.json", jsonOf(64 * MB))];

/** Writes a load to a file for the program that sends it. Returns the path. */
export function store(folder, { name, bytes }) {
  const path = join(folder, name.replace(/\W+/g, "-"));
  writeFileSync(path, bytes);
  return path;
}
