import { useCallback, useEffect, useState } from "react";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import type { HeldReason } from "#lib/document/unsent-edits.ts";
import {
  editDatabase,
  type KeptEdit,
  onDeviceChanged,
  openTabs,
  tellDeviceChanged,
  writeEdits,
} from "./edit-database.ts";

/** Unsaved changes of one review that no open tab has. */
export interface LeftEdits {
  reviewKey: string;
  edits: KeptEdit[];
  /** Why they can't be sent. Null: the review sends them when it is opened. */
  why: HeldReason | "other_schema" | null;
}

const whyOf = ({ held, schema }: KeptEdit): LeftEdits["why"] =>
  held ?? (schema === SCHEMA_VERSION ? null : "other_schema");

const ofPerson = async (userId: string) => (await editDatabase()).getAllFromIndex("edits", "byPerson", userId);

/** Returns what this person has left on the device, by review and reason, except what open tabs have. */
async function readLeft(userId: string): Promise<LeftEdits[]> {
  const [edits, open] = await Promise.all([ofPerson(userId), openTabs()]);
  const left = edits.filter((edit) => !open.has(edit.tab));
  const groups = Map.groupBy(left, (edit) => `${edit.reviewKey} ${whyOf(edit)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ reviewKey: first.reviewKey, edits: group, why: whyOf(first) }] : [];
  });
}

/**
 * How many unsaved changes of each review the device keeps for this person, including those that open tabs are sending.
 */
export async function countKept(userId: string): Promise<Map<string, number>> {
  const groups = Map.groupBy(await ofPerson(userId), ({ reviewKey }) => reviewKey);
  return new Map([...groups].map(([key, edits]) => [key, edits.length]));
}

async function remove(ids: readonly number[]): Promise<void> {
  const { store, done } = writeEdits(await editDatabase());
  await Promise.all([done, ...ids.map((id) => store.delete(id))]);
}

/** Deletes unsent edits of a document from the device. */
export async function discard({ edits }: LeftEdits): Promise<void> {
  await remove(edits.map(({ id }) => id));
  tellDeviceChanged();
}

/** Deletes everything that the device keeps for this person. Their open tabs keep nothing more. */
export async function forgetPerson(userId: string): Promise<void> {
  tellDeviceChanged(userId);
  await remove((await ofPerson(userId)).map(({ id }) => id));
}

/** This person's unsent edits on the device, read again when they change. Empty where the browser stores nothing. */
export function useLeftEdits(userId: string | undefined): LeftEdits[] {
  const [left, setLeft] = useState<LeftEdits[]>([]);
  const read = useCallback(async () => {
    if (userId !== undefined) setLeft(await readLeft(userId).catch(() => []));
  }, [userId]);
  useEffect(() => {
    void read();
    const stop = onDeviceChanged(() => void read());
    window.addEventListener("focus", read);
    return () => {
      stop();
      window.removeEventListener("focus", read);
    };
  }, [read]);
  return left;
}
