"use client";

import {
  Archive,
  Download,
  Ellipsis,
  GitCompareArrows,
  History,
  MessagesSquare,
  Printer,
  Sparkles,
  Users,
} from "lucide-react";
import { useState } from "react";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import { nextReviewStatus, reviewMoves } from "#lib/reviews/review/status.ts";
import type { ReviewActions } from "./use-review.ts";

const ASSIST_WIDTH_PX = 640;
export const PEOPLE = new Later(() => import("./people-dialog.tsx").then((module) => module.PeopleDialog));
const EXPORT = new Later(() => import("./export-dialog.tsx").then((module) => module.ExportDialog));
const ASSIST = new Later(() => import("../assist/assist-panel.tsx").then((module) => module.AssistPanel));

interface ReviewMenuProps {
  review: Review;
  actions: ReviewActions;
  onMove: (to: ReviewStatus, reason?: string, onDone?: () => void) => void;
  /** Offers History instead of Print, if the page has a print button and no link to its history. */
  withHistory?: boolean;
}

/** Actions for a review besides its next step: people, export, back, cancel, archive. */
export function ReviewMenu({ review, actions, onMove, withHistory = false }: ReviewMenuProps) {
  const [dialog, setDialog] = useState<"people" | "export" | "cancel" | "assist" | null>(null);
  const { abilities, key, status, version } = review;
  const close = () => setDialog(null);
  const next = nextReviewStatus(status);
  const back = abilities.move ? reviewMoves(status).filter((to) => to !== next && to !== "cancelled") : [];
  const archive = () =>
    actions.archive.mutate(
      { key, version },
      {
        onSuccess: (row) =>
          toastDone(`${row.key} archived`, {
            undo: () => actions.restore.mutate({ key: row.key, version: row.version }),
          }),
      },
    );
  return (
    <>
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis />} />}>
        {abilities.readVersions ? (
          <MenuItem icon={<MessagesSquare size={14} />} href={`/reviews/${key}/interview`}>
            Interview
          </MenuItem>
        ) : null}
        {withHistory ? (
          <MenuItem icon={<History size={14} />} href={`/reviews/${key}/history`}>
            History
          </MenuItem>
        ) : (
          <MenuItem icon={<Printer size={14} />} onSelect={() => window.print()}>
            Print
          </MenuItem>
        )}
        {abilities.readVersions ? (
          <MenuItem icon={<GitCompareArrows size={14} />} href={`/reviews/${key}/versions`}>
            Versions
          </MenuItem>
        ) : null}
        {abilities.move ? (
          <MenuItem icon={<Users size={14} />} onSelect={() => setDialog("people")}>
            People and dates
          </MenuItem>
        ) : null}
        <MenuItem icon={<Download size={14} />} onSelect={() => setDialog("export")}>
          Export
        </MenuItem>
        {abilities.assist ? (
          <MenuItem icon={<Sparkles size={14} />} onSelect={() => setDialog("assist")}>
            AI assistant
          </MenuItem>
        ) : null}
        {back.length > 0 ? <MenuSeparator /> : null}
        {back.map((to) => (
          <MenuItem key={to} onSelect={() => onMove(to)}>
            Back to {REVIEW_STATUS_WORDS[to].toLowerCase()}
          </MenuItem>
        ))}
        {abilities.cancel && reviewMoves(status).includes("cancelled") ? (
          <MenuItem danger onSelect={() => setDialog("cancel")}>
            Cancel review
          </MenuItem>
        ) : null}
        {abilities.cancel && !review.archived ? (
          <MenuItem icon={<Archive size={14} />} onSelect={archive}>
            Archive
          </MenuItem>
        ) : null}
      </Menu>
      {dialog === "people" ? <LaterPart of={PEOPLE} props={{ review, actions, onClose: close }} /> : null}
      {dialog === "export" ? <LaterPart of={EXPORT} props={{ review, onClose: close }} /> : null}
      {dialog === "assist" ? (
        <Dialog open onOpenChange={(isOpen) => isOpen || close()} title="AI assistant" widthPx={ASSIST_WIDTH_PX}>
          <LaterPart
            of={ASSIST}
            props={{ review, onClose: close }}
            loading={<SkeletonText lines={4} label="Loading the AI assistant" />}
          />
        </Dialog>
      ) : null}
      {dialog === "cancel" ? (
        <WordsDialog
          label="Reason"
          maxLength={LENGTHS.review.reason}
          missing="Enter a reason"
          title={`Cancel ${key}?`}
          confirm="Cancel review"
          dismiss="Keep review"
          isBusy={actions.move.isPending}
          onConfirm={(reason) => onMove("cancelled", reason, close)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
