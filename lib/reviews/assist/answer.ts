import { z } from "zod";
import { type AssistFindingKind, FINDING_KINDS } from "#lib/base/vocabulary/assist.ts";
import type { AssistMaterial } from "./material.ts";
import { plainSentence } from "./plain-sentence.ts";

export interface CheckedFinding {
  kind: AssistFindingKind;
  text: string;
  /** Ids of events, keys of sections and incidents that it cites. */
  events: string[];
  sections: string[];
  incidents: string[];
}

export interface CheckedSentence {
  text: string;
  /** Ids of the events that it cites. */
  events: string[];
}

interface Checked<Kept> {
  kept: Kept[];
  total: number;
}

const MOST_FINDINGS = 20;
const MOST_SENTENCES = 30;
const LONGEST_FINDING = 600;
const LONGEST_SENTENCE = 400;

const cites = z.array(z.unknown()).catch([]);
const Findings = z.object({ findings: z.array(z.unknown()) });
const Finding = z.object({ kind: z.enum(FINDING_KINDS), text: z.string(), cites });
const Sentences = z.object({ sentences: z.array(z.unknown()) });
const Sentence = z.object({ text: z.string(), cites });

/** Returns the JSON object in an answer, including one inside a code fence. Undefined if there is none. */
function jsonIn(answer: string): unknown {
  const [start, end] = [answer.indexOf("{"), answer.lastIndexOf("}")];
  try {
    return JSON.parse(answer.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** Returns what some refs name, each once, in their order. */
function named<Item extends { ref: string }>(items: readonly Item[], refs: readonly unknown[]): Item[] {
  const byRef = new Map(items.map((item) => [item.ref, item]));
  const found = refs.flatMap((ref) => (typeof ref === "string" ? (byRef.get(ref.trim().toUpperCase()) ?? []) : []));
  return [...new Set(found)];
}

/**
 * Returns the findings of an answer that are plain text and cite something of the material. One about a similar
 * incident must cite an incident. Null if the answer isn't a list of findings.
 */
export function checkFindings(answer: string, material: AssistMaterial): Checked<CheckedFinding> | null {
  const read = Findings.safeParse(jsonIn(answer));
  if (!read.success) return null;
  const { findings } = read.data;
  const kept = findings.slice(0, MOST_FINDINGS).flatMap((one): CheckedFinding[] => {
    const finding = Finding.safeParse(one);
    const text = finding.success ? plainSentence(finding.data.text, LONGEST_FINDING) : null;
    if (!finding.success || text === null) return [];
    const events = named(material.events, finding.data.cites).map(({ id }) => id);
    const sections = named(material.sections, finding.data.cites).map(({ key }) => key);
    const incidents = named(material.incidents, finding.data.cites).map(({ key }) => key);
    const { kind } = finding.data;
    const isCited = kind === "similar" ? incidents.length > 0 : events.length + sections.length + incidents.length > 0;
    return isCited ? [{ kind, text, events, sections, incidents }] : [];
  });
  return { kept, total: findings.length };
}

/** Returns the sentences of an answer that are plain text and cite an event. Null if it isn't a list of sentences. */
export function checkSentences(answer: string, material: AssistMaterial): Checked<CheckedSentence> | null {
  const read = Sentences.safeParse(jsonIn(answer));
  if (!read.success) return null;
  const { sentences } = read.data;
  const kept = sentences.slice(0, MOST_SENTENCES).flatMap((one): CheckedSentence[] => {
    const sentence = Sentence.safeParse(one);
    const text = sentence.success ? plainSentence(sentence.data.text, LONGEST_SENTENCE) : null;
    const events = sentence.success ? named(material.events, sentence.data.cites).map(({ id }) => id) : [];
    return text !== null && events.length > 0 ? [{ text, events }] : [];
  });
  return { kept, total: sentences.length };
}
