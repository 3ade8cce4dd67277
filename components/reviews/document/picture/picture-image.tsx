"use client";

import Image from "next/image";
import { useState } from "react";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { pictureHref } from "#lib/reviews/picture/picture-sizes.ts";
import styles from "./picture.module.css";

/** A picture as the text refers to it. */
export interface ShownPicture {
  pictureId: string;
  alt: string | null;
  share: number;
  width: number | null;
  height: number | null;
}

const numberOf = (value: unknown) => (typeof value === "number" ? value : null);

/** Reads the attributes of a picture in the text. */
export const shownPicture = (attrs: Readonly<Record<string, unknown>>): ShownPicture => ({
  pictureId: String(attrs.pictureId ?? ""),
  alt: typeof attrs.alt === "string" ? attrs.alt : null,
  share: numberOf(attrs.share) ?? 100,
  width: numberOf(attrs.pixelWidth),
  height: numberOf(attrs.pixelHeight),
});

/** Width of the text's column. */
const COLUMN_PX = 680;

interface PictureImageProps {
  reviewKey: string;
  picture: ShownPicture;
  /** Gets the picture once more. Rejects if it can't. Left out for people who can't write. */
  onFetchAgain?: (() => Promise<void>) | undefined;
}

/** The picture itself, in the width that the screen needs. */
export function PictureImage({ reviewKey, picture, onFetchAgain }: PictureImageProps) {
  const { pictureId, alt, share, width, height } = picture;
  const [missing, setMissing] = useState<string | null>(null);
  if (missing === pictureId) return <MissingPicture onFetchAgain={onFetchAgain} onFetched={() => setMissing(null)} />;
  return (
    <Image
      // Our server has some widths of it, and gives the next one.
      loader={({ width: asked }) => pictureHref(reviewKey, pictureId, asked)}
      src={pictureHref(reviewKey, pictureId)}
      sizes={`min(${Math.round((COLUMN_PX * share) / 100)}px, ${share}vw)`}
      alt={alt ?? "Picture without a description"}
      width={width ?? COLUMN_PX}
      height={height ?? COLUMN_PX / 2}
      loading="eager"
      draggable={false}
      onError={() => setMissing(pictureId)}
    />
  );
}

interface MissingPictureProps extends Pick<PictureImageProps, "onFetchAgain"> {
  onFetched: () => void;
}

const GONE = "No review that you can read has this picture any more. Add it again.";

/** A copy from another review may never have been made, because the tab closed or the network was gone. */
function MissingPicture({ onFetchAgain, onFetched }: MissingPictureProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const again = async (fetchAgain: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await fetchAgain();
      onFetched();
    } catch (error) {
      setProblem(problemOf(error)?.code === "not_found" ? GONE : wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.missing}>
      <p role="status">{problem ?? "This picture isn't stored in this review."}</p>
      {onFetchAgain ? (
        <Button busy={isBusy} onClick={() => void again(onFetchAgain)}>
          Copy the picture again
        </Button>
      ) : null}
    </div>
  );
}
