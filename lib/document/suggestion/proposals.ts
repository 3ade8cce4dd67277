import { proposalOf } from "../decide-suggestions.ts";
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
}

const CHANGES = {
  suggestInsert: "insert",
  suggestDelete: "delete",
  suggestJoin: "join",
  suggestType: "type",
} as const satisfies Record<BlockProposal, ProposedBlock["change"]>;

/** Words for chips that have no text. */
const UNWORDED: Readonly<Record<string, string>> = { hardBreak: " ", eventChip: "[event]" };

/** Collects what is proposed in nodes, by suggestion. */
class Collected {
  readonly byId = new Map<string, Proposal>();

  private of(id: string, blockId: string | null): Proposal {
    const known = this.byId.get(id);
    if (known) return known;
    const empty = { inserted: "", deleted: "", formatted: "", formats: [], breaks: 0, blocks: [] };
    const made: Proposal = { id, ...empty, blockId };
    this.byId.set(id, made);
    return made;
  }

  take(nodes: readonly DocumentNode[], around: string | null): void {
    for (const node of nodes) {
      const blockId = stringAttr(node, "id") ?? around;
      this.takeMarks(node, blockId);
      this.takeBlock(node, blockId);
      this.take(node.content ?? [], blockId);
    }
  }

  private takeMarks(node: DocumentNode, blockId: string | null): void {
    const words = UNWORDED[node.type] ?? plainText([node]);
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
    }
  }
}

/** Returns what is proposed in a stored text, in reading order. */
export function proposalsIn(nodes: readonly DocumentNode[]): Proposal[] {
  const collected = new Collected();
  collected.take(nodes, null);
  return [...collected.byId.values()];
}
