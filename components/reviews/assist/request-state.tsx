import { useEffect, useState } from "react";
import { Banner } from "#components/ui/page/banner.tsx";
import { formatDuration } from "#lib/base/time/duration.ts";
import { isAssistOpen } from "#lib/base/vocabulary/assist.ts";
import type { AssistRequest } from "#lib/contract/assist.ts";

interface RequestStateProps {
  request: AssistRequest;
  /** Where it is sent. */
  host: string;
}

/** Progress of a request to the assistant, or its result. */
export function RequestState({ request, host }: RequestStateProps) {
  const { state, reason, section } = request;
  const about = section ? `${section.title}: ` : "";
  if (isAssistOpen(state)) return <Progress key={request.id} request={request} host={host} />;
  if (state === "failed") return <Banner tone="bad">{`${about}${reason ?? "The request failed. Try again."}`}</Banner>;
  if (state === "cancelled") return <Banner>{about}Cancelled. Nothing was saved.</Banner>;
  return <Banner>{`${about}${doneWords(request)}`}</Banner>;
}

const PROGRESS = {
  waiting: () => "Waiting to be sent",
  asking: (host: string) => `Waiting for ${host}`,
  checking: () => "Checking the answer",
} as const;

function Progress({ request: { state, section }, host }: RequestStateProps) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((past) => past + 1), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const step = state === "waiting" || state === "asking" || state === "checking" ? PROGRESS[state](host) : "";
  return (
    <Banner>
      {section ? `${section.title}: ` : ""}
      {step}
      {/* Each second would be read out. */}
      <span aria-hidden="true">{seconds > 0 ? `, ${formatDuration(seconds)}` : ""}</span>
    </Banner>
  );
}

function doneWords({ kind, total, dropped }: AssistRequest): string {
  const [one, many] = kind === "draft" ? ["suggestion", "suggestions"] : ["finding", "findings"];
  const kept = total - dropped;
  const found =
    kept === 0
      ? kind === "draft"
        ? "No suggestions."
        : "No findings."
      : `${kept} ${kept === 1 ? one : many}${kind === "draft" ? " in the text. Accept or reject each one there" : ""}.`;
  return dropped === 0 ? found : `${found} ${dropped} of ${total} dropped because of a missing source or formatting.`;
}
