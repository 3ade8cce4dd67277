"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Note } from "#components/ui/note.tsx";
import { DialogActions } from "#components/ui/overlays/dialog.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import type { AssistKind } from "#lib/base/vocabulary/assist.ts";
import { isAssistOpen } from "#lib/base/vocabulary/assist.ts";
import type { AssistRequest, ReviewAssist } from "#lib/contract/assist.ts";
import type { Review } from "#lib/contract/review.ts";
import styles from "./assist-panel.module.css";
import { FindingList } from "./finding-list.tsx";
import { RequestState } from "./request-state.tsx";

const ASK_AGAIN_MS = 1000;

/** Returns the request of a review that isn't finished, of either kind. */
const openRequest = (assist: ReviewAssist | undefined): AssistRequest | null =>
  [assist?.secondLook, assist?.draft].find((request) => request && isAssistOpen(request.state)) ?? null;

/** The assistant's findings and drafts for a review, read again while it works. */
function useAssist(key: string) {
  const client = useQueryClient();
  const assist = useQuery({
    ...reads.assist.get(key),
    refetchInterval: ({ state }) => (openRequest(state.data) ? ASK_AGAIN_MS : false),
  });
  const settled = { onSettled: () => refresh(client, ["assist", "suggestion"]) };
  return {
    assist,
    ask: useMutation(query.assist.ask.mutationOptions(settled)),
    cancel: useMutation(query.assist.cancel.mutationOptions(settled)),
  };
}

const KINDS = [
  { value: "second_look", label: "Second look" },
  { value: "draft", label: "Draft a section" },
];

/** Asks the AI assistant about a review, and shows what it found. It is inside a dialog. */
export function AssistPanel({ review, onClose }: { review: Review; onClose: () => void }) {
  const { assist, ask, cancel } = useAssist(review.key);
  const { data, error } = assist;
  const [chosen, setKind] = useState<AssistKind | null>(null);
  const [chosenSection, setSection] = useState("");
  const open = openRequest(data);
  const kind = chosen ?? open?.kind ?? "second_look";
  const section = chosenSection || data?.sections[0]?.key || "";
  const request = kind === "draft" ? data?.draft : data?.secondLook;
  const start = () => ask.mutate(kind === "draft" ? { key: review.key, kind, section } : { key: review.key, kind });
  return (
    <>
      {data ? (
        <div className={styles.body}>
          {data.sections.length > 0 ? (
            <Seg
              label="What to ask for"
              value={kind}
              options={KINDS}
              onChange={(value) => setKind(value === "draft" ? "draft" : "second_look")}
            />
          ) : null}
          <WhatIsSent kind={kind} assist={data} />
          {kind === "draft" ? (
            <Field label="Section">
              <Select
                value={section}
                options={data.sections.map(({ key, title }) => ({ value: key, label: title }))}
                onChange={({ target }) => setSection(target.value)}
              />
            </Field>
          ) : null}
          {ask.error ? <Banner tone="bad">{wordsOf(ask.error)}</Banner> : null}
          {cancel.error ? <Banner tone="bad">{wordsOf(cancel.error)}</Banner> : null}
          {open && open.kind !== kind ? <RequestState request={open} host={data.host} /> : null}
          {request ? <RequestState request={request} host={data.host} /> : null}
          {request && request.findings.length > 0 ? (
            <FindingList review={review} findings={request.findings} onLeave={onClose} />
          ) : null}
        </div>
      ) : error ? (
        <NotRead what="the AI assistant" error={error} onRetry={() => void assist.refetch()} />
      ) : (
        <SkeletonText lines={4} label="Loading the AI assistant" />
      )}
      <DialogActions>
        <Button kind="ghost" onClick={onClose}>
          Close
        </Button>
        {open ? (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ key: review.key, id: open.id })}>
            Cancel request
          </Button>
        ) : data ? (
          <Button kind="primary" busy={ask.isPending} onClick={start}>
            {kind === "draft" ? "Draft this section" : "Ask for a second look"}
          </Button>
        ) : null}
      </DialogActions>
    </>
  );
}

const PURPOSE: Record<AssistKind, string> = {
  second_look: "It points out gaps, contradictions and similar earlier incidents. The text stays as it is.",
  draft: "It proposes sentences from the events, as suggestions that you accept or reject one by one.",
};

function WhatIsSent({ kind, assist: { host, model } }: { kind: AssistKind; assist: ReviewAssist }) {
  return (
    <>
      <p>{PURPOSE[kind]}</p>
      <Note>
        The events, the text of this review and the titles of similar incidents are sent to {host} ({model}).
      </Note>
    </>
  );
}
