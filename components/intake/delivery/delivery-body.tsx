"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, query, reads } from "#components/base/api/client.ts";
import { readWordsOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { CodeBox } from "#components/intake/integration/code-box.tsx";
import { useRuleDraft } from "#components/intake/rule/draft-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./delivery-body.module.css";

/** JSON with line breaks and indents, and everything else unchanged. */
function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const MOST_LINES = 20;

/** The original body, why something waits, and what can be done. */
export function DeliveryBody({ integrationId, deliveryId }: { integrationId: string; deliveryId: string }) {
  const client = useQueryClient();
  const input = { id: integrationId, deliveryId };
  const { data, error } = useQuery(reads.integration.delivery(input));
  const { startFrom } = useRuleDraft();
  const again = useMutation({
    mutationFn: () => api.integration.processAgain(input),
    onSuccess: (delivery) => {
      client.setQueryData(query.integration.delivery.queryKey({ input }), delivery);
      toastDone(delivery.summary);
    },
    onError: (problem) => toastError(wordsOf(problem)),
    onSettled: () => refresh(client, "integration"),
  });
  if (error) return <FieldError id={`delivery-${deliveryId}`} message={readWordsOf(error)} />;
  if (!data) return <SkeletonText lines={4} />;
  if (data.hidden)
    return (
      <p className={textStyles.secondary}>
        This delivery added events to a restricted incident that you don't have access to, so its body isn't shown. Ask
        a reader of that incident.
      </p>
    );
  const body = prettyBody(data.body);
  const waits = data.events.find(({ state }) => state === "waiting");
  return (
    <>
      <CodeBox
        className={styles.body}
        label="Body of the delivery"
        text={body}
        copied={data.body}
        what="the body"
        mostLines={MOST_LINES}
      />
      {data.bodyCut ? <p className={textStyles.note}>Only the start is shown.</p> : null}
      <div className={cx(layoutStyles.wrappingRow, styles.buttons)}>
        <span className={textStyles.secondary}>{data.reasons.join(" ")}</span>
        {waits ? <Button onClick={() => startFrom(waits)}>Create rule from this</Button> : null}
        <Button kind="ghost" busy={again.isPending} busyLabel="Processing" onClick={() => again.mutate()}>
          Process again
        </Button>
      </div>
    </>
  );
}
