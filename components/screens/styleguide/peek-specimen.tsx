import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Who } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { Peek, StillPeek } from "#components/ui/overlays/peek.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./styleguide.module.css";

/** A peek panel with a position in its list. */
export function PeekSpecimen() {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(4);
  const head = {
    id: "ACT-131",
    position: { at, of: 11 },
    onPrevious: () => setAt(Math.max(1, at - 1)),
    onNext: () => setAt(Math.min(11, at + 1)),
    href: "/styleguide",
  };
  return (
    <>
      <StillPeek {...head} onClose={() => setAt(4)}>
        <PeekBody />
      </StillPeek>
      <p className={styles.line}>
        <Button onClick={() => setOpen(true)}>Open it over this page</Button>
      </p>
      {open ? (
        <div className={styles.peek}>
          <Peek label="ACT-131" {...head} onClose={() => setOpen(false)}>
            <PeekBody />
          </Peek>
        </div>
      ) : null}
    </>
  );
}

function PeekBody() {
  return (
    <>
      <p className={styles.title}>Alert when a backup job writes no object</p>
      <PropsList
        items={[
          {
            term: "Status",
            value: (
              <>
                <Status kind="blocked">Blocked</Status>
                <span className={textStyles.muted}>by ACT-129</span>
              </>
            ),
          },
          { term: "Owner", value: <Who name="Priya Raman" /> },
          {
            term: "Due",
            value: (
              <>
                Fri 6 Jan <Late daysLate={39} />
                <OverrunBar daysLate={39} />
              </>
            ),
          },
          { term: "Priority", value: <Priority level={1} withLabel /> },
        ]}
      />
      <h3>
        Evidence to close <span className={layoutStyles.atEnd}>0 of 2</span>
      </h3>
      <p className={textStyles.secondary}>Link to the alert rule, merged.</p>
    </>
  );
}
