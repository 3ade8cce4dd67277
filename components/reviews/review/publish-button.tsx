"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import { changeWords } from "#lib/reviews/version/version-words.ts";
import { areGatesShut, type ReviewActions } from "./use-review.ts";

interface PublishButtonProps {
  review: Review;
  actions: ReviewActions;
  kind?: ButtonKind;
  /** Opens the list of gates that block it. */
  onGates: (areShut: boolean) => void;
  onPublished: () => void;
}

/** Keeps the text as a version, and asks before readers get exactly that one. */
export function PublishButton({ review, actions, kind, onGates, onPublished }: PublishButtonProps) {
  const [offered, setOffered] = useState<number | null>(null);
  const { key, publication } = review;
  const { keep, publish } = actions;
  const close = () => setOffered(null);
  const begin = () =>
    keep.mutate(
      { key },
      {
        onSuccess: ({ number }) =>
          number === publication?.version
            ? toastDone(`Nothing has changed since version ${number}`)
            : setOffered(number),
      },
    );
  const confirm = (version: number, note?: string) =>
    publish.mutate(
      { key, version, ...(note ? { note } : {}) },
      {
        onError: (error) => {
          close();
          onGates(areGatesShut(error));
        },
        onSuccess: () => {
          close();
          onPublished();
          toastDone(`Version ${version} of ${key} is published`);
        },
      },
    );
  return (
    <>
      <Button kind={kind} busy={keep.isPending} busyLabel="Keeping the text" onClick={begin}>
        {publication ? "Publish again" : "Publish"}
      </Button>
      {offered !== null && publication ? (
        <WordsDialog
          title={`Publish ${key} again?`}
          description={<Changes review={review} from={publication} to={offered} />}
          label="What changed"
          maxLength={LENGTHS.review.publishNote}
          hint="Readers see this note next to the date."
          missing="Enter what changed"
          confirm="Publish again"
          isBusy={publish.isPending}
          onConfirm={(note) => confirm(offered, note)}
          onClose={close}
        />
      ) : (
        <ConfirmDialog
          open={offered !== null}
          onOpenChange={(isOpen) => isOpen || close()}
          title={`Publish ${key}?`}
          description={`Everyone who can read its incident can find version ${offered} in the forum. You can continue to edit. Readers see version ${offered} until you publish again.`}
          confirmLabel="Publish review"
          busy={publish.isPending}
          busyLabel="Publishing"
          onConfirm={() => offered !== null && confirm(offered)}
        />
      )}
    </>
  );
}

interface ChangesProps {
  review: Review;
  from: NonNullable<Review["publication"]>;
  to: number;
}

function Changes({ review: { key }, from: { version }, to }: ChangesProps) {
  const diff = useQuery(reads.version.diff({ key, from: version, to }));
  const words = diff.data && changeWords(diff.data.changes);
  return (
    <>
      Readers get version {to} instead of version {version}. {words}{" "}
      <TextLink className={textStyles.prominent} href={`/reviews/${key}/versions?from=${version}&to=${to}`}>
        See the difference
      </TextLink>
    </>
  );
}
