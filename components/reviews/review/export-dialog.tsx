"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { Note } from "#components/ui/note.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { saveFile } from "#components/ui/save-file.ts";
import {
  type ExportPeople,
  REVIEW_FORMAT_ENDINGS,
  REVIEW_FORMAT_WORDS,
  REVIEW_FORMATS,
  type ReviewFormat,
} from "#lib/base/vocabulary/review-export.ts";
import type { Review } from "#lib/contract/review.ts";
import { SUGGESTION_READING_WORDS, SUGGESTION_READINGS, type SuggestionReading } from "#lib/document/text-as.ts";
import { versionTitle } from "#lib/reviews/version/version-words.ts";

const FORMAT_HINTS: Record<ReviewFormat, string> = {
  pdf: "To send and to print",
  docx: "To edit and to comment in Word",
  html: "One page with its pictures in it, for every browser",
  markdown: "For wikis and repositories. Pictures are links to this server.",
  json: "Complete, for scripts and archives",
};

const PEOPLE_HINTS: Record<ExportPeople, string> = {
  names: "As in the review",
  roles: "Full names become roles. Check the text for first names and nicknames.",
};

const FAILED = "Couldn't export the review. Try again.";

/** Returns the file, or throws an error that says what to do. */
async function fetchFile(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(address, { signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new Error("No response from the server. Try again.");
  });
  if (answer.ok) return answer.blob();
  const problem: unknown = await answer.json().catch(() => null);
  const { detail } = (problem ?? {}) as { detail?: unknown };
  throw new Error(typeof detail === "string" ? detail : FAILED);
}

/** Downloads the review as a file in the chosen format. */
export function ExportDialog({ review: { key, abilities }, onClose }: { review: Review; onClose: () => void }) {
  const [format, setFormat] = useState<ReviewFormat>("pdf");
  const [version, setVersion] = useState("");
  const [withComments, setComments] = useState(false);
  const [people, setPeople] = useState<ExportPeople>("names");
  const [chosen, setSuggestions] = useState<SuggestionReading>("as_it_stands");
  // A version has none.
  const readings: readonly SuggestionReading[] = version === "" ? SUGGESTION_READINGS : [];
  const suggestions = readings.includes(chosen) ? chosen : "as_it_stands";
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  const save = useMutation({
    mutationFn: async () => {
      const wanted = { format, comments: String(withComments), people, suggestions, ...(version ? { version } : {}) };
      const address = `/api/v1/reviews/${key}/export?${new URLSearchParams(wanted)}`;
      saveFile(await fetchFile(address, leaving.current.signal), `${key}.${REVIEW_FORMAT_ENDINGS[format]}`);
    },
    onSuccess: () => {
      toastDone(`${key} exported as ${REVIEW_FORMAT_WORDS[format]}`);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Export review"
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={save.isPending} busyLabel="Exporting…" onClick={() => save.mutate()}>
            Export review
          </Button>
        </>
      }
    >
      <div className={layoutStyles.stack}>
        <Field label="Format" hint={FORMAT_HINTS[format]}>
          <Select
            value={format}
            onChange={(event) => setFormat(event.target.value as ReviewFormat)}
            options={REVIEW_FORMATS.map((value) => ({ value, label: REVIEW_FORMAT_WORDS[value] }))}
          />
        </Field>
        {abilities.readVersions ? <VersionField reviewKey={key} value={version} onChange={setVersion} /> : null}
        <Field label="People" hint={PEOPLE_HINTS[people]}>
          <Select
            value={people}
            onChange={(event) => setPeople(event.target.value as ExportPeople)}
            options={[
              { value: "names", label: "Names" },
              { value: "roles", label: "Roles" },
            ]}
          />
        </Field>
        {abilities.write ? (
          <Field label="Suggestions">
            <Select
              value={suggestions}
              onChange={({ target }) => setSuggestions(readings.find((one) => one === target.value) ?? "as_it_stands")}
              options={readings.map((value) => ({ value, label: SUGGESTION_READING_WORDS[value] }))}
            />
          </Field>
        ) : null}
        <Checkbox
          label="Include comments"
          checked={withComments}
          onChange={(event) => setComments(event.target.checked)}
        />
        {save.isPending ? (
          <Note>
            <span role="status">Preparing the file. A long review can take a minute.</span>
          </Note>
        ) : null}
        <div role="alert">
          <FieldError id="export-error" message={save.error?.message} />
        </div>
      </div>
    </Dialog>
  );
}

interface VersionFieldProps {
  reviewKey: string;
  value: string;
  onChange: (value: string) => void;
}

/** The text as it is now, or one of the versions. Older ones are listed on request. */
function VersionField({ reviewKey, value, onChange }: VersionFieldProps) {
  const list = useInfiniteQuery(reads.version.list(reviewKey));
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={layoutStyles.stack}>
      <Field label="Version">
        <Select
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: "", label: "As it is now" },
            ...versions.map((one) => ({
              value: String(one.number),
              label: [`v${one.number}`, versionTitle(one)].filter(Boolean).join(", "),
            })),
          ]}
        />
      </Field>
      <ShowMore list={list} label="List older versions" />
    </div>
  );
}
