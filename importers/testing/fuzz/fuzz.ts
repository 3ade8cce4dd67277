import { decode } from "#importers/source/decode-bytes.ts";
import { fixture, fixturePaths } from "../fixtures.ts";
import { faultOf } from "./check.ts";
import { encode } from "./encode.ts";
import { Random } from "./random.ts";
import { spoilText } from "./spoil-text.ts";

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
  const bytes = encode(spoilText(decode(fixture(path).bytes), random), random);
  const fault = faultOf(bytes, ZONES[random.below(ZONES.length)]);
  return fault === null ? null : { seed, path, fault, bytes };
}
