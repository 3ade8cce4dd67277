"use client";

import Image from "next/image";
import { useState } from "react";
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

/** The picture itself, in the width that the screen needs. */
export function PictureImage({ reviewKey, picture }: { reviewKey: string; picture: ShownPicture }) {
  const { pictureId, alt, share, width, height } = picture;
  const [missing, setMissing] = useState<string | null>(null);
  if (missing === pictureId)
    return <p className={styles.missing}>This picture isn’t stored in this review. Add it again.</p>;
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
