import { decode } from "#importers/source/decode-bytes.ts";
import { fixture, fixturePaths } from "../fixtures.ts";
import { faultOf } from "./check.ts";
import { Random } from "./random.ts";

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** Returns the text in one of the encodings that tools write, sometimes with a few bytes broken. */
function encode(text: string, random: Random): Uint8Array {
  const ways = [
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(`\uFEFF${text}`),
    () => utf16(text, true),
    () => utf16(text, false),
    () => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff),
  ];
  const bytes = random.pick(ways)();
  if (random.below(4) === 0 && bytes.length > 0)
    for (let times = random.below(6); times > 0; times -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "=HYPERLINK(1)",
  "\u202Ereversed\u202C",
  "zero\u200Bwidth\uFEFF",
  "\uD800",
  "\u0000",
  "__proto__",
  "constructor",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "99999-01-01",
  "2026-02-30 25:61",
  "T+12m",
  "14:??",
  "9".repeat(400),
  "[".repeat(3000),
  "| a ".repeat(500),
];

type Change = (text: string, random: Random) => string;

const cutAnywhere: Change = (text, random) => text.slice(0, random.below(text.length + 1));
const insertSomething: Change = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(HOSTILE) + text.slice(at);
};
const repeatLine: Change = (text, random) => {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  return [...lines.slice(0, at), ...Array(random.below(200)).fill(lines[at] ?? ""), ...lines.slice(at)].join("\n");
};
const dropLines: Change = (text, random) => {
  const lines = text.split("\n");
  lines.splice(random.below(lines.length), random.below(lines.length));
  return lines.join("\n");
};
const swapCharacter: Change = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + String.fromCharCode(random.below(0x3000)) + text.slice(at + 1);
};
const mixLineEnds: Change = (text, random) =>
  text.replaceAll("\n", () => random.pick(["\n", "\r\n", "\r", "\u2028", "\n\n"]));
const joinLines: Change = (text) => text.replaceAll("\n", " ");
const doubleKeys: Change = (text, random) => {
  const keys = [...text.matchAll(/"[^"\n]{1,40}":/g)];
  if (keys.length === 0) return text;
  const { index, 0: key } = random.pick(keys);
  return `${text.slice(0, index)}${key}${random.pick(["null", "[]", "{}", "1e999", '"x"'])},${text.slice(index)}`;
};

const CHANGES: readonly Change[] = [
  cutAnywhere,
  insertSomething,
  insertSomething,
  repeatLine,
  dropLines,
  swapCharacter,
  mixLineEnds,
  joinLines,
  doubleKeys,
];

/** Repeated repetitions of a one-line text would exceed the upload limit. */
const LONGEST = 5_000_000;

/** Returns the text with one to four changes. */
function damaged(text: string, random: Random): string {
  let changed = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1)
    changed = random.pick(CHANGES)(changed, random).slice(0, LONGEST);
  return changed;
}

export interface Fault {
  seed: number;
  path: string;
  fault: string;
  bytes: Uint8Array;
}

const PATHS = fixturePaths(".").filter((path) => !path.endsWith(".truth.json"));
const ZONES = [undefined, "UTC", "Europe/Dublin", "-08:00"] as const;

/** Damages one of the fixtures as this seed says, and reads it. */
export function tryOnce(seed: number): Fault | null {
  const random = new Random(seed);
  const path = random.pick(PATHS);
  const bytes = encode(damaged(decode(fixture(path).bytes), random), random);
  const fault = faultOf(bytes, ZONES[random.below(ZONES.length)]);
  return fault === null ? null : { seed, path, fault, bytes };
}
