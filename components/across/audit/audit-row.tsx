"use client";

import { TextLink } from "#components/ui/link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { actionWords, actorWords } from "#lib/across/audit/action-words.ts";
import type { AuditEntry } from "#lib/contract/audit.ts";
import { type ChangedField, changedFields } from "./changed-fields.ts";

const SHOWN = 2;

/** One change: when, who, what, and what it was before. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const changes = changedFields(entry.before, entry.after, entry.names);
  return (
    <tr>
      <td className="nowrap t2">
        <Moment at={entry.at} />
      </td>
      <td>{actorWords(entry.actor, entry.actorKind)}</td>
      <td>
        <p>{actionWords(entry.action)}</p>
        {entry.record ? <RecordName {...entry.record} /> : null}
      </td>
      <td className="h">
        <Changes changes={changes.slice(0, SHOWN)} />
        {changes.length > SHOWN ? (
          <details>
            <summary className="lnk muted small">{changes.length - SHOWN} more</summary>
            <Changes changes={changes.slice(SHOWN)} />
          </details>
        ) : null}
      </td>
    </tr>
  );
}

function RecordName({ label, href }: { label: string; href: string | null }) {
  return <p className="clamp2 t2">{href ? <TextLink href={href}>{label}</TextLink> : label}</p>;
}

function Changes({ changes }: { changes: readonly ChangedField[] }) {
  return (
    <ul className="small">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">{field}</span>{" "}
          {before === null ? null : (
            <>
              <del>{before}</del> <span className="muted">to</span>{" "}
            </>
          )}
          {after === null ? <span className="muted">nothing</span> : after}
        </li>
      ))}
    </ul>
  );
}
