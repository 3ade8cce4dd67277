import { Plus } from "lucide-react";
import { useState } from "react";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Note } from "#components/ui/note.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { useTold } from "./frame.tsx";

export function SectionStory() {
  const [told, tell] = useTold();
  return (
    <Section
      id="reviews"
      title="Reviews"
      count={2}
      right={<IconButton label="Add review" keys="n" icon={<Plus />} onClick={() => tell("added")} />}
    >
      <Note>Of the last 30 days</Note>
      <ButtonLink href="#all" keys="g r">
        All reviews
      </ButtonLink>
      {told}
    </Section>
  );
}

export function ErrorStateStory() {
  const [isBroken, setBroken] = useState(true);
  const [told, tell] = useTold();
  const retry = () => {
    tell("tried");
    setBroken(false);
  };
  return (
    <>
      {isBroken ? (
        <ErrorState
          title="Couldn't load reviews"
          safe="The server is starting"
          next="Try again."
          action={<Button onClick={retry}>Try again</Button>}
        />
      ) : (
        <p>2 reviews</p>
      )}
      {told}
    </>
  );
}

export function NotReadStory() {
  const [state, setState] = useState<"failed" | "loading" | "read">("failed");
  const [told, tell] = useTold();
  const retry = () => {
    tell("tried");
    setState("loading");
  };
  return (
    <>
      {state === "failed" ? <NotRead what="the history" error={new TypeError("fetch")} onRetry={retry} /> : null}
      {state === "loading" ? <SkeletonRows rows={3} label="Loading the history" /> : null}
      {state === "read" ? <p>2 changes</p> : <Button onClick={() => setState("read")}>Connect</Button>}
      {told}
    </>
  );
}

const UNREACHABLE = { isLost: true };
const LATER = new Later(async () => {
  if (UNREACHABLE.isLost) throw new Error("No connection");
  return ({ name }: { name: string }) => <p>Form of {name}</p>;
});

export function LaterPartStory() {
  const [told, tell] = useTold();
  const connect = () => {
    UNREACHABLE.isLost = false;
    tell("connected");
  };
  return (
    <>
      <Button onClick={connect}>Connect</Button>
      <LaterPart of={LATER} props={{ name: "a factor" }} loading={<p>Loading the form</p>} />
      {told}
    </>
  );
}

export function MomentStory() {
  return <Moment at={new Date(Date.now() - 4 * MINUTE_MS - 5000).toISOString()} />;
}
