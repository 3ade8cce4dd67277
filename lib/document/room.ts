/** How much of a text's limit is used, once that is worth a warning. */
export interface Room {
  /** The limit that is closer: bytes with the history of edits, or paragraphs, list items and cells. */
  of: "bytes" | "nodes";
  /** Whole percent that are used. */
  percent: number;
  /** Bytes or nodes that are left. */
  left: number;
}

/** From here, everyone who writes is warned. */
export const FULL_FROM_PERCENT = 80;

interface Measured {
  bytes: number;
  nodes: number;
}

/** Returns the limit that is closer, or null while both are far. */
export function roomOf(used: Measured, most: Measured): Room | null {
  const [bytes, nodes] = [percentOf(used.bytes, most.bytes), percentOf(used.nodes, most.nodes)];
  const of = bytes >= nodes ? "bytes" : "nodes";
  const percent = Math.max(bytes, nodes);
  return percent < FULL_FROM_PERCENT ? null : { of, percent, left: Math.max(0, most[of] - used[of]) };
}

/** Rounded down, and never 100 while something fits. */
const percentOf = (used: number, most: number): number => Math.min(100, Math.floor((used * 100) / most));

/** The message of the server to those who write. Null once there is room again. */
export const roomMessage = (room: Room | null): string => JSON.stringify({ t: "room", room });

/** Returns the room of such a message, or undefined for any other message. */
export function parseRoomMessage(payload: string): Room | null | undefined {
  try {
    const message: unknown = JSON.parse(payload);
    if (typeof message !== "object" || message === null) return undefined;
    const { t, room } = message as { t?: unknown; room?: Partial<Room> | null };
    if (t !== "room") return undefined;
    if (!room || (room.of !== "bytes" && room.of !== "nodes")) return null;
    const { of, percent, left } = room;
    return typeof percent === "number" && typeof left === "number" ? { of, percent, left } : null;
  } catch {
    return undefined;
  }
}
