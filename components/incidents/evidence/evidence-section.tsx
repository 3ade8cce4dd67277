"use client";

import { wordsOf } from "#components/base/api/problem.ts";
import { Note } from "#components/ui/note.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { AttachBox } from "./attach-box.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import type { Evidence } from "./use-evidence.ts";

/** What shows that an event was so: links, pictures, queries and log lines. */
export function EvidenceSection({ evidence, mayEdit }: { evidence: Evidence; mayEdit: boolean }) {
  const { list, attach, remove } = evidence;
  const rows = list.data?.attachments ?? [];
  return (
    <section aria-label="Evidence">
      <h3>
        Evidence
        <span className="right">{list.data ? rows.length : ""}</span>
      </h3>
      {list.isPending ? <SkeletonText lines={2} label="Loading the evidence" /> : null}
      {list.isError ? <Note>{wordsOf(list.error)}</Note> : null}
      {rows.length > 0 ? (
        <ul className="evs">
          {rows.map((row) => (
            <EvidenceItem key={row.id} row={row} mayEdit={mayEdit} onRemove={() => void remove(row)} />
          ))}
        </ul>
      ) : null}
      {rows.length === 0 && list.data && !mayEdit ? <Note>None is attached.</Note> : null}
      {mayEdit ? <AttachBox onAttach={attach} /> : null}
    </section>
  );
}
