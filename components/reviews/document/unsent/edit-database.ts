import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LeftEdit } from "#lib/document/left-edits.ts";
import type { HeldReason } from "#lib/document/unsent-edits.ts";

/** An edit of an unrestricted review that the server hadn't confirmed when it was kept. */
export interface KeptEdit extends LeftEdit {
  userId: string;
  documentId: string;
  reviewKey: string;
  /** Schema of the tab that wrote it. Another one can't apply it. */
  schema: number;
  /** The tab that sends it while it is open. */
  tab: string;
  keptAt: number;
  held: HeldReason | null;
}

interface EditSchema extends DBSchema {
  edits: { key: number; value: KeptEdit; indexes: { byPerson: string; byDocument: [string, string] } };
}
export type EditDatabase = IDBPDatabase<EditSchema>;

let opened: Promise<EditDatabase> | null = null;

/** Opens the browser's database of unsaved edits, once for each page. Rejects where the browser has none. */
export function editDatabase(): Promise<EditDatabase> {
  const forget = () => {
    opened = null;
  };
  opened ??= openDB<EditSchema>("afterword-unsent", 1, {
    upgrade(database) {
      const edits = database.createObjectStore("edits", { keyPath: "id", autoIncrement: true });
      edits.createIndex("byPerson", "userId");
      edits.createIndex("byDocument", ["userId", "documentId"]);
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
}

/** Starts a transaction that is done only once the disk has it. */
export const writeEdits = (database: EditDatabase) =>
  database.transaction("edits", "readwrite", { durability: "strict" });

const lockOf = (tab: string) => `afterword-tab-${tab}`;

/**
 * Locks the name of this tab, so other tabs know that it is open. Returns how to unlock it. Without TLS, browsers have
 * no locks: two tabs can then send the same edit, which does no harm.
 */
export function holdTab(tab: string): () => void {
  let release = () => {};
  const whileOpen = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(lockOf(tab), () => whileOpen);
  return release;
}

/** Runs `act` if that tab is gone, and in one tab at a time. */
export async function ifGone(tab: string, act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act();
  await navigator.locks.request(lockOf(tab), { ifAvailable: true }, (lock) => (lock ? act() : undefined));
}

/** Returns the tabs that are open now, or none without locks. */
export async function openTabs(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name.replace(lockOf(""), "")])));
}

const CHANNEL = "afterword-unsent";

/** Reports to all tabs that edits were stored or discarded, or that everything of a person who signs out is deleted. */
export function tellDeviceChanged(forgotten: string | null = null): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(forgotten);
  channel.close();
}

/**
 * Calls back when a tab stores or discards edits, with the person's id if all of theirs were deleted. Returns a
 * function that stops it.
 */
export function onDeviceChanged(listener: (forgotten: string | null) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<string | null>) => listener(data);
  return () => channel.close();
}
