import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Note } from "#components/ui/note.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
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

export function MomentStory() {
  return <Moment at={new Date(Date.now() - 4 * 60_000 - 5000).toISOString()} />;
}
