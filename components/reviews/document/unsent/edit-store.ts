import { newId } from "#components/ui/new-id.ts";
import type { LeftEdit } from "#lib/document/left-edits.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import type { EditStore } from "#lib/document/unsent-edits.ts";
import {
  editDatabase,
  holdTab,
  ifGone,
  type KeptEdit,
  onDeviceChanged,
  tellDeviceChanged,
  writeEdits,
} from "./edit-database.ts";

const NO_TAB = "";

/** Whose edits of which review. Another person's are never read. */
export interface EditOwner {
  userId: string;
  documentId: string;
  reviewKey: string;
}

/** Returns what the device keeps for one tab with one document. */
export function editStore(owner: EditOwner): EditStore {
  const tab = newId();
  const release = holdTab(tab);
  const stopListening = onDeviceChanged((forgotten) => {
    if (forgotten === owner.userId) made.onForgotten();
  });
  const mine: [string, string] = [owner.userId, owner.documentId];

  async function takeFrom(gone: string): Promise<LeftEdit[]> {
    const left: LeftEdit[] = [];
    await ifGone(gone, async () => {
      const { store, done } = writeEdits(await editDatabase());
      const edits = await store.index("byDocument").getAll(mine);
      const usable = edits.filter((edit) => edit.tab === gone && edit.held === null && edit.schema === SCHEMA_VERSION);
      await Promise.all([done, ...usable.map((edit) => store.put({ ...edit, tab }))]);
      left.push(...usable);
    });
    return left;
  }

  const made: EditStore = {
    onForgotten: () => undefined,
    async write(added, removed) {
      const { store, done } = writeEdits(await editDatabase());
      const row = { ...owner, schema: SCHEMA_VERSION, tab, keptAt: Date.now(), held: null };
      // The database gives each its id.
      const adding = added.map((edit) => store.add({ ...row, ...edit } as KeptEdit));
      const [ids] = await Promise.all([Promise.all(adding), done, ...removed.map((id) => store.delete(id))]);
      return ids;
    },
    async hold(ids, held, isOpen) {
      const { store, done } = writeEdits(await editDatabase());
      const mark = async (id: number) => {
        const edit = await store.get(id);
        if (edit) await store.put({ ...edit, held, tab: isOpen ? tab : NO_TAB });
      };
      await Promise.all([done, ...ids.map(mark)]);
      tellDeviceChanged();
    },
    async takeOver() {
      const edits = await (await editDatabase()).getAllFromIndex("edits", "byDocument", mine);
      const others = new Set(edits.map((edit) => edit.tab).filter((other) => other !== tab));
      const lists: LeftEdit[][] = [];
      for (const other of others) lists.push(await takeFrom(other));
      return lists.filter((list) => list.length > 0);
    },
    close() {
      stopListening();
      release();
      tellDeviceChanged();
    },
  };
  return made;
}
