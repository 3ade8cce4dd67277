/** Largest file that can be added to a text as a picture, in bytes. */
export const PICTURE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Most pictures that one review stores. */
export const MOST_PICTURES = 500;

/** Most pixels in which a picture is stored. The text is 680 px wide, and sharp screens show two pixels for one. */
export const WIDEST = 2048;
export const TALLEST = 8192;

const SMALLER_WIDTHS = [480, 960];

/** Returns the widths in pixels in which a picture is stored: its own is the last one. */
export const widthsOf = (pixelWidth: number): number[] => [
  ...SMALLER_WIDTHS.filter((width) => width < pixelWidth),
  pixelWidth,
];

/** Returns the path of a picture on this server, in at least that width if it has it. */
export const pictureHref = (reviewKey: string, pictureId: string, width?: number): string =>
  `/api/v1/reviews/${reviewKey}/pictures/${encodeURIComponent(pictureId)}${width === undefined ? "" : `?width=${width}`}`;
