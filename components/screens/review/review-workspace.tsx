"use client";

import type { Editor } from "@tiptap/core";
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useFactors } from "#components/follow/factor/use-factors.ts";
import { useHasLearnings } from "#components/follow/learning/use-learnings.ts";
import { ThreadRecordsContext } from "#components/reviews/comment/thread-records.ts";
import { useThreads } from "#components/reviews/comment/use-threads.ts";
import { DraftGapsBanner, DraftGapsProvider } from "#components/reviews/document/facts/draft-gaps.tsx";
import { FactsChanged } from "#components/reviews/document/facts/facts-changed.tsx";
import { FindBar } from "#components/reviews/document/find/find-bar.tsx";
import { LinkDialog } from "#components/reviews/document/link/link-dialog.tsx";
import { SelectionToolbar } from "#components/reviews/document/selection-toolbar.tsx";
import { type Served, ServedText } from "#components/reviews/document/served/served-text.tsx";
import { takeSelection } from "#components/reviews/document/take-selection.ts";
import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { useCommentSelection } from "#components/reviews/document/use-comment-selection.ts";
import { useOutline } from "#components/reviews/document/use-outline.ts";
import { useSectionLink } from "#components/reviews/document/use-section-link.ts";
import { useFollow, useWhereabouts, type Whereabouts } from "#components/reviews/document/use-whereabouts.ts";
import { useWhoWrote } from "#components/reviews/document/use-who-wrote.ts";
import { useHints } from "#components/reviews/hint/use-hints.ts";
import { GeneratedBanner } from "#components/reviews/review/generated-banner.tsx";
import { goToBlock } from "#components/reviews/review/go-to-section.ts";
import { ReviewHead } from "#components/reviews/review/review-head.tsx";
import { type ReviewScope, ReviewScopeProvider } from "#components/reviews/review/review-scope.tsx";
import { TaskList } from "#components/reviews/review-task/task-list.tsx";
import { SuggestionBar } from "#components/reviews/suggestion/suggestion-bar.tsx";
import { useSuggesting } from "#components/reviews/suggestion/use-suggesting.ts";
import { countBySection } from "#components/reviews/suggestion/use-suggestions.ts";
import { NewerTemplate } from "#components/reviews/template/newer-template.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Me } from "#lib/contract/me.ts";
import type { Review } from "#lib/contract/review.ts";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { FocusBar, useFocusMode } from "./focus-mode.tsx";
import { FollowLine } from "./follow-line.tsx";
import { NarrowBar } from "./narrow-bar.tsx";
import { OutlineNav } from "./outline-nav.tsx";
import { PendingComment } from "./pending-comment.tsx";
import { RecordForms, recordCommands, useRecordForms } from "./record-forms.tsx";
import { ReviewEditor } from "./review-editor.tsx";
import styles from "./review-workspace.module.css";
import { useAtItems } from "./use-at-items.ts";
import { useThreadRecords } from "./use-thread-records.ts";

// The margin comes after the text can be written in.
const COMMENTS = new Later(() => import("./review-comments.tsx").then((module) => module.ReviewComments));
// Only a text with suggestions needs their list. A key that goes to one must find it.
const SUGGESTIONS = new Later(() => import("./review-suggestions.tsx").then((module) => module.ReviewSuggestions));
const LINK_CARD = new Later(() =>
  import("#components/reviews/document/link-card/link-card-dialog.tsx").then((module) => module.LinkCardDialog),
);
const TASKS = new Later(() =>
  import("#components/reviews/review-task/editable-tasks.tsx").then((module) => module.EditableTasks),
);
const SIMILAR = new Later(() =>
  import("#components/follow/canonical-factor/similar-incidents.tsx").then((module) => module.SimilarIncidents),
);

interface WorkspaceProps {
  review: Review;
  /** Null until there is one. */
  connection: DocumentConnection | null;
  me: Me;
  /** The text that came with the page. Null once the editor has taken it over. */
  served: Served | null;
  onTaken: () => void;
  /** Everyone else in this text, and where they write. */
  people: readonly Presence[];
  followedId: string | null;
  onUnfollow: () => void;
  onPlaces: (places: Whereabouts) => void;
  /** Gets what goes to a block of the text. */
  look: RefObject<Look>;
}

/** Goes to a block of the text, by its id. */
export type Look = (blockId: string) => void;

/** Outline, text and margin, with the forms that open from them. */
export function ReviewWorkspace(props: WorkspaceProps) {
  const { review, connection, me, served, onTaken, people, followedId, onUnfollow, onPlaces, look } = props;
  const isLoaded = useConnectionStatus(connection, (status) => status.isLoaded);
  const isOpen = useConnectionStatus(connection, ({ isReadOnly, ended }) => !isReadOnly && ended === null);
  const [editor, setEditor] = useState<Editor | null>(null);
  // What is typed before that isn't saved.
  const saving = served ? null : connection;
  const mayType = connection ? isOpen : served?.isEditable === true;
  const forms = useRecordForms(isLoaded);
  const whoWrote = useWhoWrote(review.key);
  const [isFinding, setFinding] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const [isAddingCard, setAddingCard] = useState(false);
  const threads = useThreads(review.key);
  const threadIds = useMemo(
    () => (threads.isRead ? threads.threads.map(({ id }) => id) : null),
    [threads.isRead, threads.threads],
  );
  const { factors } = useFactors(review.key);
  const hasLearnings = useHasLearnings(review);
  const facts = { template: review.templateSections, hasFactors: factors.length > 0, hasLearnings };
  const outline = useOutline(editor, facts);
  const comment = useCommentSelection(editor);
  const at = useAtItems(review.incident.key, factors);
  useSectionLink(editor, isLoaded);
  const places = useWhereabouts(editor, outline);
  useEffect(() => onPlaces(places), [places, onPlaces]);
  useFollow(editor, followedId, onUnfollow);
  const onLook = (blockId: string) => void (editor && goToBlock(editor, blockId));
  useEffect(() => {
    look.current = onLook;
  });
  const focusMode = useFocusMode(editor);
  const isWritable = review.abilities.write && mayType;
  const suggesting = useSuggesting({ reviewKey: review.key, editor, me, isWritable });
  const isEditable = isWritable && suggesting.mode !== "reading";
  const hints = useHints(editor, review.key, isEditable);

  const nextComment = useRef<() => void>(() => undefined);
  const points = {
    ...{ editor, factors, hints },
    comments: threads.threads.filter(({ resolvedAt }) => resolvedAt === null).length,
    onNextComment: () => nextComment.current(),
  };
  const { isHidden, suggestions } = suggesting;
  const hasSuggestions = suggestions.open.length > 0;
  useEffect(() => {
    if (hasSuggestions) SUGGESTIONS.preload();
  }, [hasSuggestions]);
  const suggested = useMemo(() => countBySection(isHidden ? [] : suggestions.open), [isHidden, suggestions.open]);

  const { open } = forms;
  const scope = useMemo<ReviewScope>(() => ({ review, ...open }), [review, open]);
  const commands = useMemo(() => recordCommands(open), [open]);
  useReviewKeys({ editor, isEditable, open, onComment: comment.begin, onFind: () => setFinding(true) });
  // The text can be written in before everything around it is drawn.
  const onReady = useCallback((ready: Editor) => startTransition(() => setEditor(ready)), []);
  const records = useThreadRecords(review, open);

  return (
    <ReviewScopeProvider value={scope}>
      <DraftGapsProvider reviewKey={review.key} incidentKey={review.incident.key} isEditable={isEditable}>
        <div
          className={styles.columns}
          data-suggestions={suggesting.isHidden ? "hidden" : "shown"}
          data-print-suggestions={suggesting.printAs}
        >
          <OutlineNav
            editor={editor}
            outline={outline}
            people={people}
            suggested={suggested}
            points={points}
            onFind={() => setFinding(true)}
            onFocusMode={focusMode.enter}
          />
          <article className={styles.text} data-review-text>
            {editor && isFinding ? <FindBar editor={editor} onClose={() => setFinding(false)} /> : null}
            <SuggestionBar suggesting={suggesting} isWritable={isWritable} />
            <ReviewHead review={review} />
            {editor && review.abilities.write ? (
              <LaterPart of={TASKS} props={{ review }} loading={<TaskList review={review} />} />
            ) : (
              <TaskList review={review} />
            )}
            <GeneratedBanner review={review} />
            <NewerTemplate review={review} />
            {isEditable && editor ? <FactsChanged reviewKey={review.key} editor={editor} /> : null}
            {editor ? <DraftGapsBanner /> : null}
            {isLoaded || served ? null : <SkeletonText lines={10} label="Opening the text" />}
            {served ? <ServedText served={served} mayWrite={review.abilities.write} /> : null}
            {connection ? (
              <ReviewEditor
                connection={connection}
                me={me}
                isEditable={isEditable}
                commands={commands}
                at={at}
                onLink={() => setLinking(true)}
                onCard={() => setAddingCard(true)}
                onEscape={focusMode.onEscape}
                onTaken={onTaken}
                onReady={onReady}
                suggesting={suggesting.state}
                threadIds={threadIds}
              />
            ) : null}
            {editor ? (
              <SelectionToolbar
                editor={editor}
                onLink={() => setLinking(true)}
                onComment={comment.begin}
                onFactor={(statement) => open.openFactor(null, statement)}
                onWho={whoWrote}
              />
            ) : null}
            {editor ? (
              <div className="noprint">
                <LaterPart
                  of={SIMILAR}
                  props={{
                    incidentKey: review.incident.key,
                    hrefOf: (key) => `/incidents/${review.incident.key}/compare?with=${key}`,
                  }}
                />
              </div>
            ) : null}
          </article>
          {suggesting.isOpen ? (
            <LaterPart
              of={SUGGESTIONS}
              props={{
                ...{ reviewKey: review.key, editor, suggesting },
                mayDecide: isWritable,
                onComment: comment.begin,
              }}
            />
          ) : null}
          {editor ? (
            <ThreadRecordsContext value={records}>
              <LaterPart
                of={COMMENTS}
                props={{
                  ...{ reviewKey: review.key, editor, threads },
                  isTextHere: isLoaded,
                  mayComment: review.abilities.comment,
                  pendingId: comment.pending?.id ?? null,
                  nextComment,
                  isInSheet: focusMode.isOn || suggesting.isOpen,
                }}
              />
            </ThreadRecordsContext>
          ) : null}
        </div>
      </DraftGapsProvider>
      <NarrowBar
        reviewKey={review.key}
        editor={editor}
        outline={outline}
        suggested={suggested}
        points={points}
        threads={threads}
        mayComment={review.abilities.comment}
        connection={saving}
        onLook={onLook}
        onFind={() => setFinding(true)}
        onFocusMode={focusMode.enter}
      />
      <FollowLine person={people.find(({ id }) => id === followedId) ?? null} onStop={onUnfollow} />
      {focusMode.isOn ? <FocusBar connection={saving} onLook={onLook} onLeave={focusMode.leave} /> : null}
      {editor && isAddingCard ? (
        <LaterPart of={LINK_CARD} props={{ editor, reviewKey: review.key, onClose: () => setAddingCard(false) }} />
      ) : null}
      {editor && isLinking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
      <PendingComment reviewKey={review.key} comment={comment} start={threads.start} />
      <RecordForms review={review} factors={factors} forms={forms} />
    </ReviewScopeProvider>
  );
}

interface ReviewKeys {
  editor: Editor | null;
  isEditable: boolean;
  open: ReturnType<typeof useRecordForms>["open"];
  onComment: () => void;
  onFind: () => void;
}

/** Keys for what is selected, for finding text and for a new action. */
function useReviewKeys({ editor, isEditable, open, onComment, onFind }: ReviewKeys) {
  useKeys([
    {
      keys: "mod+shift+m",
      label: "Comment on the selection",
      group: "Review",
      whileTyping: true,
      when: () => isEditable,
      run: onComment,
    },
    {
      keys: "mod+shift+f",
      label: "New factor from the selection",
      group: "Review",
      whileTyping: true,
      when: () => isEditable,
      run: () => open.openFactor(null, editor ? selectedWords(editor) : ""),
    },
    {
      keys: "mod+shift+h",
      label: isEditable ? "Find and replace" : "Find in the text",
      group: "Review",
      whileTyping: true,
      when: () => editor !== null,
      run: () => {
        if (editor) takeSelection(editor);
        onFind();
      },
    },
    {
      keys: "a",
      label: "New action",
      group: "Review",
      // A factor and a comment in focus have this key for themselves.
      when: ({ target }) => isEditable && !(target instanceof Element && target.closest("[data-record-keys]")),
      run: () => open.addAction([]),
    },
  ]);
}

function selectedWords(editor: Editor): string {
  takeSelection(editor);
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, " ").trim().slice(0, LENGTHS.factor.statement);
}
