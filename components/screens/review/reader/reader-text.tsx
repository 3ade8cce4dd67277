"use client";

import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import { type CSSProperties, type ReactNode, useContext, useMemo } from "react";
import { ReadCode } from "#components/reviews/document/code/read-code.tsx";
import { ReadCollapsible } from "#components/reviews/document/collapsible/read-collapsible.tsx";
import { ReadLinkCard } from "#components/reviews/document/link-card/read-link-card.tsx";
import pictures from "#components/reviews/document/picture/picture.module.css";
import { PictureImage, shownPicture } from "#components/reviews/document/picture/picture-image.tsx";
import { PersonName, RecordLink } from "#components/reviews/document/views/record-link.tsx";
import { certaintyOf, clockOf } from "#components/reviews/review/event-time.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { liveBlockOptions } from "#lib/document/live-block-options.ts";
import { editorExtensions } from "#lib/document/schema.ts";
import { drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { FrozenBlock, FrozenContext } from "./frozen-block.tsx";

/** Cites an event as it was when the version was published: glyph and number, with a link. */
function CitedEvent({ eventId }: { eventId: string }) {
  const { review } = useReviewScope();
  const { facts } = useContext(FrozenContext);
  const href = `/incidents/${review.incident.key}?event=${eventId}`;
  if (!facts)
    return (
      <EvidenceLink inText href={href}>
        Event
      </EvidenceLink>
    );
  const event = facts.events.find(({ id }) => id === eventId);
  // It was removed before.
  if (!event) return null;
  const words = `Evidence E${event.number}, ${event.title}${event.at ? `, ${clockOf(event)} UTC` : ""}`;
  return (
    <EvidenceLink inText href={href} aria-label={words} title={words}>
      <EventGlyph
        shape={drawnShape({ kind: event.kind, shape: shapeOfKind(event.kind) })}
        certainty={certaintyOf(event)}
      />
      E{event.number}
    </EvidenceLink>
  );
}

function ReadPicture({ attrs, caption }: { attrs: Record<string, unknown>; caption: ReactNode }) {
  const { review } = useReviewScope();
  const picture = shownPicture(attrs);
  const hasCaption = Array.isArray(caption) ? caption.length > 0 : Boolean(caption);
  return (
    <figure className={pictures.picture} style={{ "--share": `${picture.share}%` } as CSSProperties}>
      <div className={pictures.frame}>
        <PictureImage reviewKey={review.key} picture={picture} />
      </div>
      {hasCaption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
}

interface ReadNode {
  type?: { name: string };
  marks?: readonly { type: { name: string } }[];
  attrs: Record<string, unknown>;
  textContent?: string;
  firstChild?: ReadNode | null;
  children?: readonly ReadNode[];
}

/** A table that scrolls where it is too wide, with keys too. */
function ReadTable({ node, children }: { node: ReadNode; children: ReactNode }) {
  const cells = node.firstChild?.children ?? [];
  const widths = cells.flatMap(({ attrs }) => (Array.isArray(attrs.colwidth) ? attrs.colwidth.map(Number) : [0]));
  const columns = widths.map((width, at) => ({ name: `column ${at + 1}`, width }));
  return (
    <section className="tableWrapper" aria-label="Table" ref={scrollByKeys}>
      <table>
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={width > 0 ? { width } : undefined} />
          ))}
        </colgroup>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** Only what scrolls is a stop of the Tab key. */
function scrollByKeys(region: HTMLElement | null): void {
  if (region && region.scrollWidth > region.clientWidth) region.tabIndex = 0;
}

/** Returns whether a line contains a chip or a link, which readers can open. */
const hasLinks = ({ children = [] }: ReadNode): boolean =>
  children.some(({ type, marks = [] }) => type?.name !== "text" || marks.some((mark) => mark.type.name === "link"));

type Drawn = { node: ReadNode; children?: ReactNode };

const extensions = editorExtensions();
const nodeMapping = {
  eventChip: ({ node }: Drawn) => <CitedEvent eventId={String(node.attrs.eventId)} />,
  recordChip: ({ node: { attrs } }: Drawn) => (
    <RecordLink noun={String(attrs.noun)} recordKey={String(attrs.key)}>
      {attrs.noun === "factor" ? "Factor" : String(attrs.key)}
    </RecordLink>
  ),
  personMention: ({ node: { attrs } }: Drawn) => (
    <PersonName id={String(attrs.userId ?? "")} label={String(attrs.label ?? "")} />
  ),
  table: ({ node, children }: Drawn) => <ReadTable node={node}>{children}</ReadTable>,
  collapsible: ({ children }: Drawn) => <ReadCollapsible>{children}</ReadCollapsible>,
  linkCard: ({ node, children }: Drawn) => (
    <ReadLinkCard href={node.attrs.href} hasLinks={hasLinks(node)}>
      {children}
    </ReadLinkCard>
  ),
  codeBlock: ({ node }: Drawn) => (
    <ReadCode
      code={node.textContent ?? ""}
      language={typeof node.attrs.language === "string" ? node.attrs.language : ""}
    />
  ),
  picture: ({ node: { attrs }, children }: Drawn) => <ReadPicture attrs={attrs} caption={children} />,
  liveBlock: ({ node: { attrs } }: Drawn) => {
    const kind = LIVE_BLOCK_KINDS.find((one) => one === attrs.kind);
    return kind ? <FrozenBlock kind={kind} options={liveBlockOptions({ type: "liveBlock", attrs })} /> : null;
  },
};

/** The text of a section for readers, with the same records as in the editor and without its marks. */
export function ReaderText({ nodes }: { nodes: readonly DocumentNode[] }) {
  // Each render mounts its records again, which repeats failed requests.
  return useMemo(
    () => renderToReactElement({ content: { type: "doc", content: [...nodes] }, extensions, options: { nodeMapping } }),
    [nodes],
  );
}
