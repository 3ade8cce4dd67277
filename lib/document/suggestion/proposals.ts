import { proposalOf, standingNodes } from "../decide-suggestions.ts";
import type { DocumentNode } from "../document-json.ts";
import { stringAttr } from "../document-json.ts";
import {
  BLOCK_PROPOSAL_NAMES,
  type BlockProposal,
  PROPOSED_BREAK,
  readProposed,
} from "../nodes/proposal-attributes.ts";
import { plainText } from "../text.ts";

export interface ProposedFormat {
  format: string;
  takes: boolean;
}

export interface ProposedBlock {
  change: "insert" | "delete" | "join" | "type";
  /** The type that the block has, and for `type` the one it would have. */
  type: string;
  to: string | null;
  text: string;
}

/** The parts of one suggestion, in reading order. */
export interface Proposal {
  id: string;
  inserted: string;
  deleted: string;
  formatted: string;
  formats: ProposedFormat[];
  /** Number of proposed Enters. */
  breaks: number;
  blocks: ProposedBlock[];
  /** The id of the first block that it is in. */
  blockId: string | null;
  /** The sentences that it is in, without anything proposed. A line for each block. */
  sentences: string;
}

type Act = Pick<Proposal, "inserted" | "deleted" | "blocks">;

/** Words and whole blocks that accepting adds or removes. */
const actOf = ({ inserted, deleted, blocks }: Act) => [
  ...[inserted, deleted],
  ...blocks.filter(({ change }) => change === "insert" || change === "delete").map(({ text }) => text),
];

/** Returns whether accepting one adds and removes the same words as accepting the other. */
export const doesSame = (one: Act, other: Act): boolean => JSON.stringify(actOf(one)) === JSON.stringify(actOf(other));

const CHANGES = {
  suggestInsert: "insert",
  suggestDelete: "delete",
  suggestJoin: "join",
  suggestType: "type",
} as const satisfies Record<BlockProposal, ProposedBlock["change"]>;

/** Words for chips that have no text. */
const UNWORDED: Readonly<Record<string, string>> = { hardBreak: " ", eventChip: "[event]" };

const wordsOf = (node: DocumentNode) => UNWORDED[node.type] ?? plainText([node]);

/** A block without what is proposed for it as a whole. */
const bareOf = ({ attrs: _attrs, ...node }: DocumentNode): DocumentNode => node;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Returns the sentences of a line from one letter to another. A place between two belongs to the one before. */
function sentencesAround(letters: string, from: number, to: number): string {
  const sentences = [...segmenter.segment(letters)].map(({ index, segment }) => ({
    ...{ segment, start: index },
    end: index + segment.length,
  }));
  const first = sentences.find(({ end }) => (from < to ? end > from : end >= from));
  return sentences
    .filter((one) => one === first || (one.start < to && one.end > from))
    .map(({ segment }) => segment)
    .join("")
    .trim();
}

/** Collects what is proposed in nodes, by suggestion. */
class Collected {
  readonly byId = new Map<string, Proposal>();

  private of(id: string, blockId: string | null): Proposal {
    const known = this.byId.get(id);
    if (known) return known;
    const empty = { inserted: "", deleted: "", formatted: "", formats: [], breaks: 0, blocks: [] };
    const made: Proposal = { id, ...empty, blockId, sentences: "" };
    this.byId.set(id, made);
    return made;
  }

  take(nodes: readonly DocumentNode[], around: string | null): void {
    this.takeSentences(nodes, around);
    for (const node of nodes) {
      const blockId = stringAttr(node, "id") ?? around;
      this.takeMarks(node, blockId);
      this.takeBlock(node, blockId);
      this.take(node.content ?? [], blockId);
    }
  }

  private takeSentences(nodes: readonly DocumentNode[], blockId: string | null): void {
    if (!nodes.some(({ marks }) => marks?.some((mark) => proposalOf(mark) !== null))) return;
    let letters = "";
    const places = new Map<string, { from: number; to: number }>();
    for (const node of nodes) {
      const from = letters.length;
      if (!node.marks?.some(({ type }) => type === "suggestInsert")) letters += wordsOf(node);
      for (const mark of node.marks ?? []) {
        const id = proposalOf(mark);
        if (id !== null) places.set(id, { from: places.get(id)?.from ?? from, to: letters.length });
      }
    }
    for (const [id, { from, to }] of places) this.addSentences(id, blockId, sentencesAround(letters, from, to));
  }

  private addSentences(id: string, blockId: string | null, words: string): void {
    const proposal = this.of(id, blockId);
    proposal.sentences = [proposal.sentences, words].filter((line) => line !== "").join("\n");
  }

  private takeMarks(node: DocumentNode, blockId: string | null): void {
    const words = wordsOf(node);
    for (const mark of node.marks ?? []) {
      const id = proposalOf(mark);
      if (id === null) continue;
      const proposal = this.of(id, blockId);
      if (mark.type === "suggestInsert") {
        proposal.inserted += words.replaceAll(PROPOSED_BREAK, "¶");
        proposal.breaks += words.split(PROPOSED_BREAK).length - 1;
      } else if (mark.type === "suggestDelete") proposal.deleted += words.replaceAll(PROPOSED_BREAK, "¶");
      else {
        proposal.formatted += words;
        const [format, takes] = [String(mark.attrs?.format), mark.attrs?.takes === true];
        if (!proposal.formats.some((one) => one.format === format && one.takes === takes))
          proposal.formats.push({ format, takes });
      }
    }
  }

  private takeBlock(node: DocumentNode, blockId: string | null): void {
    for (const name of BLOCK_PROPOSAL_NAMES) {
      const value = readProposed(node.attrs?.[name]);
      if (!value) continue;
      const to = value.type && (value.level === null ? value.type : `${value.type} ${value.level}`);
      const block = { change: CHANGES[name], type: node.type, to, text: plainText([node]) };
      this.of(value.id, blockId).blocks.push(block);
      if (name !== "suggestInsert") this.addSentences(value.id, blockId, plainText(standingNodes([bareOf(node)])));
    }
  }
}

/** Returns what is proposed in a stored text, in reading order. */
export function proposalsIn(nodes: readonly DocumentNode[]): Proposal[] {
  const collected = new Collected();
  collected.take(nodes, null);
  return [...collected.byId.values()];
}
