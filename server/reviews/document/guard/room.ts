import * as Y from "yjs";
import { FULL_FROM_PERCENT, type Room, roomOf } from "#lib/document/room.ts";
import type { DocumentState } from "./document-state.ts";
import { countNodes, type GuardLimits } from "./guard.ts";

type Limits = Pick<GuardLimits, "documentBytes" | "documentNodes">;

/** Steps per limit: so much must be written or deleted before a nearly full text is measured again. */
const STEPS = 200;
/** A node is at least so many bytes, so a shorter text is far from that limit and its nodes aren't counted. */
const NODE_BYTES = 4;

/**
 * Looks at the size of a text, which costs up to a tenth of a second if it is nearly full: so only then, and once per
 * step. Returns whether what people are told has changed.
 */
export function lookAtRoom(document: Y.Doc, state: DocumentState, limits: Limits): boolean {
  if (!isDue(state, limits)) return false;
  state.bytes = Y.encodeStateAsUpdate(document).length;
  state.nodes = countNodes(document);
  state.looked = { bytes: state.bytes, nodes: state.nodes };
  state.deleted = 0;
  return told(state, roomOf(state.looked, { bytes: limits.documentBytes, nodes: limits.documentNodes }));
}

function isDue({ bytes, nodes, looked, deleted }: DocumentState, { documentBytes, documentNodes }: Limits): boolean {
  const nodesAtMost = nodes ?? bytes / NODE_BYTES;
  const isNearlyFull =
    bytes * 100 >= documentBytes * FULL_FROM_PERCENT || nodesAtMost * 100 >= documentNodes * FULL_FROM_PERCENT;
  if (looked === null) return isNearlyFull;
  const steps = Math.max((bytes - looked.bytes) / documentBytes, (nodesAtMost - looked.nodes) / documentNodes);
  return (isNearlyFull && steps * STEPS >= 1) || deleted * STEPS >= Math.min(documentBytes, documentNodes);
}

function told(state: DocumentState, room: Room | null): boolean {
  const { room: before } = state;
  state.room = room;
  return before?.percent !== room?.percent || before?.of !== room?.of;
}
