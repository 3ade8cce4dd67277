/** A picture without what it tells besides its pixels, and its size as it is shown. */
export interface CleanPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}
