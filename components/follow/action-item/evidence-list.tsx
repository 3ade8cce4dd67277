"use client";

import { Activity, File, FileText, GitMerge, Link2, ListChecks, type LucideIcon, Search, X } from "lucide-react";
import NextLink from "next/link";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton, IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { sizeWords } from "#lib/base/text/size-words.ts";
import { ACTION_EVIDENCE_KIND_WORDS, type ActionEvidenceKind } from "#lib/base/vocabulary/action-item.ts";
import type { ActionEvidence } from "#lib/contract/action-evidence.ts";
import styles from "./evidence-list.module.css";
import { LinkedText } from "./linked-text.tsx";
import { pointOptions } from "./point-field.tsx";

const ICONS: Record<ActionEvidenceKind, LucideIcon> = {
  link: Link2,
  event: Activity,
  change: GitMerge,
  query: Search,
  text: FileText,
  file: File,
};

interface EvidenceListProps {
  evidence: readonly ActionEvidence[];
  /** Whether the point that they show is named already. */
  isOfPoint?: boolean | undefined;
  /** Left out for readers, and while the status needs each piece. */
  onRemove?: ((piece: ActionEvidence) => void) | undefined;
  pointing?: Pointing | undefined;
}

/** How the point that a piece shows is chosen. */
export interface Pointing {
  points: readonly string[];
  /** Gets the place of the point, counted from 1, or null for all of them. */
  onPoint: (piece: ActionEvidence, point: number | null) => void;
}

/** Pieces of evidence, each with how it was checked, by whom and when. */
export function EvidenceList({ evidence, isOfPoint = false, onRemove, pointing }: EvidenceListProps) {
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.list}>
      {evidence.map((piece) => {
        const Icon = ICONS[piece.kind];
        return (
          <li key={piece.id}>
            <Icon size={14} className={styles.icon} aria-label={ACTION_EVIDENCE_KIND_WORDS[piece.kind]} />
            <div>
              <Shown piece={piece} />
              {piece.point === null || isOfPoint ? null : (
                <p className={cx(textStyles.note, textStyles.breaksAnywhere)}>For “{piece.point}”</p>
              )}
              <p className={cx(textStyles.note, textStyles.breaksAnywhere)}>
                {piece.file ? `File, ${sizeWords(piece.file.size)}. ` : ""}
                {piece.method ?? "Check not recorded"}
                {piece.addedBy ? `, ${piece.addedBy}` : ""} <Moment at={piece.addedAt} />
              </p>
            </div>
            <div className={styles.buttons}>
              {pointing && pointing.points.length > 1 ? <PointMenu piece={piece} {...pointing} /> : null}
              {onRemove ? (
                <IconButton
                  label={`Remove evidence: ${nameOf(piece)}`}
                  icon={<X size={14} />}
                  onClick={() => onRemove(piece)}
                />
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const nameOf = ({ kind, title, url, text, event, file }: ActionEvidence): string =>
  (title ?? url ?? text ?? event?.title ?? file?.name ?? kind).slice(0, 80);

/** Chooses the point of "done when" that a piece shows. */
function PointMenu({ piece, points, onPoint }: Pointing & { piece: ActionEvidence }) {
  const known = piece.point === null || points.includes(piece.point);
  return (
    <ValueMenu
      label={`Point for evidence: ${nameOf(piece)}`}
      align="end"
      value={known ? (piece.point ?? "") : null}
      options={pointOptions(points)}
      trigger={
        <BareIconButton label={`Change the point for evidence: ${nameOf(piece)}`} icon={<ListChecks size={14} />} />
      }
      onChange={(picked) => onPoint(piece, picked === "" ? null : points.indexOf(picked) + 1)}
    />
  );
}

function Shown({ piece }: { piece: ActionEvidence }) {
  const { kind, title, url, text, event, file } = piece;
  if (kind === "event")
    return event ? (
      <NextLink
        className={cx(textStyles.link, textStyles.breaksAnywhere)}
        href={`/incidents/${event.incidentKey}?event=${event.id}`}
      >
        E{event.number} {event.title}
      </NextLink>
    ) : (
      <span className={textStyles.muted}>An event that you can't read</span>
    );
  if (kind === "file")
    return file ? (
      <a className={cx(textStyles.link, textStyles.breaksAnywhere)} href={file.href} download={file.name}>
        {file.name}
      </a>
    ) : (
      <span className={textStyles.muted}>A file that isn't stored any more</span>
    );
  const page = url ? (
    <a className={cx(textStyles.link, textStyles.breaksAnywhere)} href={url} target="_blank" rel="noreferrer noopener">
      {title ?? url.replace(/^https?:\/\//, "")}
    </a>
  ) : null;
  if (kind === "query")
    return (
      <>
        <code className={styles.query}>{text}</code>
        {page ? <p>{page}</p> : null}
      </>
    );
  if (kind === "text") return <LinkedText text={text ?? ""} />;
  return (
    <>
      {page}
      {title === null ? <span className={textStyles.note}>, title couldn't be read</span> : null}
    </>
  );
}
