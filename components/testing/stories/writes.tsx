import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import type { Change } from "#components/follow/action-item/edit/change.ts";
import { DueEditor } from "#components/follow/action-item/edit/due-editor.tsx";
import { EditContext, type EditLayerApi, useEditLayer } from "#components/follow/action-item/edit/edit-context.ts";
import { EditLayer } from "#components/follow/action-item/edit/edit-layer.tsx";
import { keepFocus, replacedBy, STEPS } from "#components/follow/action-item/edit/keep-focus.ts";
import { stepsOf } from "#components/follow/action-item/edit/steps.ts";
import { useVerification } from "#components/follow/action-item/edit/verification.ts";
import { VerifySection } from "#components/follow/action-item/record/verify-section.tsx";
import { makeRow } from "#components/follow/action-item/testing/make-row.ts";
import { ConditionField } from "#components/follow/factor/condition-field.tsx";
import { ViewDialog } from "#components/follow/saved-view/view-dialog.tsx";
import { HealthUpdates, useReporting } from "#components/follow/strategic-change/record/health-updates.tsx";
import { useChangeStrategic } from "#components/follow/strategic-change/use-change.ts";
import { Button } from "#components/ui/button.tsx";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { SavedView } from "#lib/contract/saved-view.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useTold } from "./frame.tsx";

const KEY = "SC-1";

/** Two parts of one page that save the same change. Neither reads it again before the second save. */
function Saves() {
  const [told, tell] = useTold();
  const { send } = useChangeStrategic();
  const save = (name: string) =>
    send(
      KEY,
      1,
      (version) => api.strategicChange.update({ key: KEY, version, problem: name }),
      ({ version }) => tell(`${name} ${version}`),
    );
  return (
    <>
      <Button onClick={() => save("problem")}>Save the problem</Button>
      <Button onClick={() => save("hypothesis")}>Save the hypothesis</Button>
      {told}
    </>
  );
}

export function SavesStory() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Saves />
    </QueryClientProvider>
  );
}

/**
 * A notice whose first button removes it, whose second one only that button, and whose third replaces the notice. The others
 * show a notice of another kind, or the next step, when it leaves.
 */
export function KeptFocusStory() {
  const [shown, setShown] = useState<"all" | "rest" | "none" | "other" | "blocked" | "steps">("all");
  const leave = (next: typeof shown) => {
    const restore = keepFocus(document.activeElement);
    setShown(next);
    setTimeout(restore);
  };
  return (
    <>
      <Button>More</Button>
      {shown === "steps" ? (
        <div {...STEPS}>
          <Button>Start</Button>
        </div>
      ) : null}
      {shown === "blocked" ? (
        <section {...replacedBy("blocked")} aria-label="Blocked">
          <Button>Unblock again</Button>
        </section>
      ) : null}
      {shown === "other" ? (
        <section key="other" {...replacedBy("waiver")} aria-label="Waived">
          <Button>End</Button>
        </section>
      ) : null}
      {shown === "all" || shown === "rest" ? (
        <section key="waiver" {...replacedBy("waiver")}>
          <Button onClick={() => leave("none")}>Unblock</Button>
          {shown === "all" ? <Button onClick={() => leave("rest")}>Answer</Button> : null}
          <Button onClick={() => leave("other")}>Approve</Button>
          <Button onClick={() => leave("blocked")}>End a waiver of a blocked action</Button>
          <Button onClick={() => leave("steps")}>End a waiver</Button>
        </section>
      ) : null}
      <Button>Comment</Button>
    </>
  );
}

const CHANGE = {
  ...{ key: KEY, version: 1, health: null, worstMilestone: null, measure: null, updates: [], stale: false },
  abilities: { report: true },
} as unknown as StrategicChange;

function Reporting() {
  const reporting = useReporting(KEY);
  return (
    <>
      <Button onClick={reporting.ask}>Update</Button>
      <HealthUpdates change={CHANGE} level={2} reporting={reporting} />
    </>
  );
}

/** The form of an update in a panel, and the button far from it that opens it. */
export function ReportingStory() {
  const [client] = useState(() => new QueryClient());
  const [isOpen, setOpen] = useState(true);
  return (
    <QueryClientProvider client={client}>
      {isOpen ? <Reporting /> : null}
      <Button onClick={() => setOpen(!isOpen)}>{isOpen ? "Close the panel" : "Open the panel"}</Button>
    </QueryClientProvider>
  );
}

/** The editor of a due date that was moved before, so another day asks for a reason. */
export function DueEditorStory() {
  const [client] = useState(() => new QueryClient());
  const [told, tell] = useTold();
  const layer = { change: (_: unknown, change: Change) => tell(change) } as unknown as EditLayerApi;
  const row = makeRow(1, { status: "accepted", dueDate: "2026-12-04", originalDueDate: "2026-12-04" });
  return (
    <QueryClientProvider client={client}>
      <EditContext value={layer}>
        <DueEditor rows={[row]} />
      </EditContext>
      {told}
    </QueryClientProvider>
  );
}

const ROWS = [1, 2].map((number) => makeRow(number, { status: "accepted", dueDate: "2026-12-04" }));

function Steps() {
  const { take, block, editText } = useEditLayer();
  const [first] = ROWS;
  const decline = (rows: typeof ROWS) => {
    const step = stepsOf(makeRow(1, { status: "accepted" }), undefined).find(({ to }) => to === "declined");
    if (step) take(step, rows);
  };
  return (
    <>
      <Button onClick={() => decline(ROWS.slice(0, 1))}>Decline one</Button>
      <Button onClick={() => decline(ROWS)}>Decline two</Button>
      <Button onClick={() => block(ROWS.slice(0, 1))}>Block</Button>
      <Button onClick={({ currentTarget }) => first && editText("title", first, first.title, currentTarget)}>
        Title
      </Button>
    </>
  );
}

/** Steps of two accepted actions, as a list and the page of an action offer them. */
export function StepsStory() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <EditLayer>
        <Steps />
      </EditLayer>
    </QueryClientProvider>
  );
}

const TO_VERIFY = {
  ...makeRow(3, { status: "implemented", priority: "P1" }),
  ...{ doneWhen: "It pages\nIt is quiet", points: ["It pages", "It is quiet"], evidenceList: [], evidence: null },
  ...{ implementedAt: "2026-11-02T09:00:00.000Z", implementedBy: { id: "zoe", name: "Zoe" } },
} as unknown as ActionItem;

function Verifying() {
  const { take } = useEditLayer();
  const step = stepsOf(TO_VERIFY, undefined).find(({ to }) => to === "verified");
  return (
    <>
      <Button onClick={() => step && take(step, [TO_VERIFY])}>Verify in a dialog</Button>
      <VerifySection item={TO_VERIFY} level={2} verification={useVerification([TO_VERIFY])} />
    </>
  );
}

/** An action to verify, in a panel that can be closed. */
export function VerifyingStory() {
  const [client] = useState(() => {
    const made = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
    made.setQueryData(reads.actionItem.get(TO_VERIFY.key).queryKey, TO_VERIFY);
    return made;
  });
  const [isOpen, setOpen] = useState(true);
  return (
    <QueryClientProvider client={client}>
      <EditLayer>{isOpen ? <Verifying /> : null}</EditLayer>
      <Button onClick={() => setOpen(!isOpen)}>{isOpen ? "Close the panel" : "Open the panel"}</Button>
    </QueryClientProvider>
  );
}

const VIEW = { id: "view", version: 1, name: "Late", scope: "mine", team: null } as unknown as SavedView;

/** The dialog of a saved view, whose first change is rejected. */
export function ViewDialogStory() {
  const [client] = useState(() => new QueryClient());
  const [told, tell] = useTold();
  const [names, setNames] = useState<string[]>([]);
  const change = async (view: SavedView, { name = "" }: { name?: string }) => {
    setNames([...names, name]);
    return names.length === 0 ? null : view;
  };
  return (
    <QueryClientProvider client={client}>
      <ViewDialog view={VIEW} query="" onSaved={tell} onChange={change} onClose={() => tell(names)} />
      {told}
    </QueryClientProvider>
  );
}

const FACTOR: Factor = {
  ...{ id: "factor", number: 1, reviewKey: "REV-1", incidentKey: "INC-1", version: 3, removed: false },
  ...{ statement: "Dumps failed for weeks", detail: "", role: "contributor", status: "supported", actedBy: null },
  ...{ domains: [], explains: [], evidence: [], actions: [], changes: [], holes: [], condition: null },
  ...{ acceptedReason: null, threadId: null, abilities: { edit: true } },
};

/** A saved factor without a condition, and one that can't be changed. */
export function ConditionChoiceStory() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <ConditionField factor={FACTOR} />
      <section aria-label="Read only">
        <ConditionField factor={{ ...FACTOR, abilities: { edit: false } }} />
      </section>
    </QueryClientProvider>
  );
}
