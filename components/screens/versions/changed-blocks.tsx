"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { PictureImage, shownPicture } from "#components/reviews/document/picture/picture-image.tsx";
import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { VersionDiff } from "#lib/contract/version.ts";
import type { BlockDiff } from "#lib/reviews/version/changes.ts";
import { diffWords } from "#lib/reviews/version/version-words.ts";
import { AuthoredText } from "./authored-text.tsx";
import styles from "./changed-blocks.module.css";
import type { BlockAuthors } from "./use-authors.ts";

type Authors = ReadonlyMap<BlockDiff, BlockAuthors> | null;
type Restore = ((ids: string[], words: string) => void) | undefined;

interface ChangedBlocksProps {
  reviewKey: string;
  diff: VersionDiff;
  isSideBySide: boolean;
  /** Makes blocks what they were; absent where the text can't be changed from here. */
  onRestore: Restore;
  /** Who wrote their sentences. Null where that isn't shown. */
  authors: Authors;
}

/** Blocks that changed and those that did not in one line, which opens. */
export function ChangedBlocks({ reviewKey, diff, isSideBySide, onRestore, authors }: ChangedBlocksProps) {
  const groups = groupsOf(diff.blocks);
  return (
    <div className={styles.blocks}>
      {groups.map((group, at) => {
        const key = `${at} ${group.blocks[0]?.block}`;
        if (group.isSame) return <Unchanged key={key} blocks={group.blocks} authors={authors} />;
        return group.blocks.map((block, within) => (
          <div key={`${key} ${block.block ?? within}`}>
            {block.section !== (within > 0 ? group.blocks[within - 1]?.section : group.sectionBefore) &&
            block.type !== "heading" ? (
              <h3>{block.section}</h3>
            ) : null}
            <ChangedBlock
              reviewKey={reviewKey}
              block={block}
              isSideBySide={isSideBySide}
              onRestore={onRestore}
              authors={authors?.get(block)}
            />
          </div>
        ));
      })}
    </div>
  );
}

interface Group {
  isSame: boolean;
  /** Section of the last changed block above. */
  sectionBefore: string | null;
  blocks: BlockDiff[];
}

function groupsOf(blocks: readonly BlockDiff[]): Group[] {
  const groups: Group[] = [];
  let told: string | null = null;
  for (const block of blocks) {
    const isSame = block.op === "same";
    const last = groups.at(-1);
    if (last?.isSame === isSame) last.blocks.push(block);
    else groups.push({ isSame, sectionBefore: told, blocks: [block] });
    if (!isSame) told = block.section;
  }
  return groups;
}

function Unchanged({ blocks, authors }: { blocks: readonly BlockDiff[]; authors: Authors }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return blocks.map((block, at) => (
      <div key={block.block ?? at} className={styles.same}>
        <BlockText block={block} authors={authors?.get(block)} />
      </div>
    ));
  return (
    <div className={styles.fold}>
      <button type="button" onClick={() => setOpen(true)}>
        Show {countWords(blocks.length, "unchanged block")}
      </button>
    </div>
  );
}

const RESTORE_WORDS: Record<Exclude<BlockDiff["op"], "same">, [button: string, done: string]> = {
  changed: ["Restore", "Restored"],
  removed: ["Restore", "Restored in place"],
  added: ["Remove", "Removed"],
  moved: ["Move back", "Moved back"],
};

interface ChangedBlockProps {
  reviewKey: string;
  block: BlockDiff;
  isSideBySide: boolean;
  onRestore: Restore;
  authors: BlockAuthors | undefined;
}

function ChangedBlock({ reviewKey, block: diff, isSideBySide, onRestore, authors }: ChangedBlockProps) {
  const { op, block, type } = diff;
  if (op === "same") return null;
  const words = diffWords(diff);
  const [button, done] = RESTORE_WORDS[op];
  return (
    <article className={styles.change} data-change data-op={op} aria-label={words} tabIndex={-1}>
      <div className={styles.about}>
        <span>{words}</span>
        {onRestore && block !== null ? (
          <Button kind="ghost" icon={<RotateCcw size={14} />} onClick={() => onRestore([block], done)}>
            {button}
          </Button>
        ) : null}
      </div>
      {diff.picture === null ? null : (
        <div className={styles.picture}>
          <PictureImage reviewKey={reviewKey} picture={shownPicture({ pictureId: diff.picture, alt: "", share: 50 })} />
        </div>
      )}
      {isSideBySide ? (
        <div className={styles.sides} data-type={type}>
          <div>
            <BlockText block={diff} authors={authors} without="in" />
          </div>
          <div>
            <BlockText block={diff} authors={authors} without="out" />
          </div>
        </div>
      ) : (
        <BlockText block={diff} authors={authors} />
      )}
    </article>
  );
}

interface BlockTextProps {
  block: BlockDiff;
  authors: BlockAuthors | undefined;
  without?: "in" | "out";
}

function BlockText({ block, authors, without }: BlockTextProps) {
  if (authors) return <AuthoredText block={block} authors={authors} without={without} />;
  return (
    <p data-type={block.type}>
      <Runs runs={block.runs} without={without} />
    </p>
  );
}

function Runs({ runs, without }: { runs: BlockDiff["runs"]; without?: "in" | "out" | undefined }) {
  return runs.map(({ text, change }, at) => {
    const key = `${at} ${change}`;
    if (change === without) return null;
    if (change === "in") return <ins key={key}>{text}</ins>;
    return change === "out" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
  });
}
