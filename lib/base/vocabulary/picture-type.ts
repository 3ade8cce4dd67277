/** Types of files that a page can show, and that become pictures of a text. Every other file can only be downloaded. */
export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const isPictureType = (mediaType: string): mediaType is PictureType =>
  PICTURE_TYPES.some((type) => type === mediaType);
