"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Avatars } from "#components/ui/labels/avatar.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ReviewVersion } from "#lib/contract/version.ts";
import { changeWords, versionTitle } from "#lib/reviews/version/version-words.ts";
import styles from "./version-list.module.css";

interface VersionListProps {
  versions: readonly ReviewVersion[];
  /** The two that are compared; null is the text as it is now. */
  to: number | null;
  from: number;
  onPick: (number: number | null) => void;
  /** Loads older ones; null at the end. */
  more: { load: () => void; busy: boolean } | null;
}

/** How many a phone shows above the comparison before the others are asked for. */
const FEW = 2;

/** All versions on a line, the newest first, with the text as it is now on top. Each shows what it changed. */
export function VersionList({ versions, to, from, onPick, more }: VersionListProps) {
  const [onlyNamed, setOnlyNamed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const named = versions.filter(isNamed);
  const shown = onlyNamed ? named : versions;
  return (
    <section className={styles.versions} aria-labelledby="versions">
      <SectionHead
        id="versions"
        title="History"
        count={more ? `${versions.length}+ versions` : countWords(versions.length, "version")}
        right={
          <Button kind="ghost" aria-pressed={onlyNamed} onClick={() => setOnlyNamed(!onlyNamed)}>
            {onlyNamed ? "Show all" : `Named, ${named.length}${more ? "+" : ""}`}
          </Button>
        }
      />
      <ol data-open={isOpen || undefined}>
        <li data-compared={to === null || undefined}>
          <button type="button" aria-current={to === null ? "true" : undefined} onClick={() => onPick(null)}>
            <span className={styles.title}>
              <b>Now</b>
            </span>
            <span className={styles.words}>Current text, compared with the latest version</span>
          </button>
        </li>
        {shown.map((version) => (
          <VersionItem
            key={version.number}
            version={version}
            isPicked={version.number === to}
            isCompared={version.number === to || version.number === from}
            onPick={() => onPick(version.number)}
          />
        ))}
      </ol>
      <div className={styles.more}>
        {shown.length > FEW && !isOpen ? (
          <Button className={styles.openList} onClick={() => setOpen(true)}>
            Show all versions
          </Button>
        ) : null}
        {more ? (
          <Button busy={more.busy} busyLabel="Loading" onClick={more.load}>
            Show older versions
          </Button>
        ) : null}
      </div>
      <p className={styles.note}>
        A version is kept when the status changes, before publishing, before a restore or an update of generated text,
        before several suggestions are decided, and when writing pauses for ten minutes.
      </p>
    </section>
  );
}

const isNamed = ({ kind, published }: ReviewVersion) =>
  kind === "named" || kind === "status" || kind === "approved" || published !== null;

interface VersionItemProps {
  version: ReviewVersion;
  isPicked: boolean;
  isCompared: boolean;
  onPick: () => void;
}

function VersionItem({ version, isPicked, isCompared, onPick }: VersionItemProps) {
  const { number, createdAt, createdBy, authors, changes, published } = version;
  const title = versionTitle(version);
  const people = authors.length > 0 ? authors : createdBy ? [createdBy] : [];
  return (
    <li data-compared={isCompared || undefined} data-named={isNamed(version) || undefined}>
      <button type="button" aria-current={isPicked ? "true" : undefined} onClick={onPick}>
        <span className={styles.title}>
          {title ? <b>{title}</b> : null}
          <span className={textStyles.muted}>v{number}</span>
          <Moment at={createdAt} />
        </span>
        <span className={styles.words}>{changes ? changeWords(changes) : "The first version"}</span>
        {published?.note ? (
          <span className={styles.words} data-note title={published.note}>
            Note: {published.note}
          </span>
        ) : null}
        <span className={styles.foot}>
          <Avatars names={people.map(({ name }) => name)} />
          {changes && changes.wordsIn + changes.wordsOut > 0 ? (
            <span>
              {countWords(changes.wordsIn, "word")} in, {changes.wordsOut} out
            </span>
          ) : null}
        </span>
      </button>
    </li>
  );
}
