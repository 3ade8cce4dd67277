"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { capital, countWords, listWords } from "#lib/base/text/sentence.ts";
import type { Review } from "#lib/contract/review.ts";

// Few reviews have one, and it opens by a button.
const TAKE_UP = new Later(() => import("./take-up.tsx").then((module) => module.TakeUp));

/** Shows those who can decide that the template of a review has a newer version, and lets them apply its sections. */
export function NewerTemplate({ review }: { review: Review }) {
  const { takeUp } = review.abilities;
  const { data } = useQuery({ ...reads.review.template(review.key), enabled: takeUp });
  const [isOpen, setOpen] = useState(false);
  const sections = data?.items.filter(({ decided }) => !decided).length ?? 0;
  const tasks = data?.tasks.length ?? 0;
  if (!takeUp || !data || (sections + tasks === 0 && !isOpen)) return null;
  const parts = [
    ...(sections > 0 ? [countWords(sections, "section differs", "sections differ")] : []),
    ...(tasks > 0 ? [countWords(tasks, "task differs", "tasks differ")] : []),
  ];
  return (
    <>
      <Banner className="noprint" action={<Button onClick={() => setOpen(true)}>Review changes</Button>}>
        {data.name} has a newer version. {capital(listWords(parts))}.
      </Banner>
      {isOpen ? <LaterPart of={TAKE_UP} props={{ review, template: data, onClose: () => setOpen(false) }} /> : null}
    </>
  );
}
