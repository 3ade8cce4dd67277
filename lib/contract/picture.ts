import { z } from "zod";
import { id, reviewKey, route, webUrl } from "./base.ts";

export const StoredPicture = z.strictObject({
  id,
  width: z.int().describe("in pixels, as it is stored"),
  height: z.int(),
  href: z.string().describe("path of the picture on this server"),
});
export type StoredPicture = z.infer<typeof StoredPicture>;

export const pictureContract = {
  add: route("POST", "/reviews/{key}/pictures", "Store a picture for the text of a review", "Reviews")
    .input(
      z.strictObject({
        key: reviewKey,
        file: z.file().describe("PNG, JPEG, WebP or GIF in a multipart part. It is stored without its metadata."),
      }),
    )
    .output(StoredPicture),
  copy: route(
    "POST",
    "/reviews/{key}/pictures/copies",
    "Give a review its own copy of a picture of another review",
    "Reviews",
  )
    .input(z.strictObject({ key: reviewKey, id: id.describe("of the picture in the review that has it") }))
    .output(StoredPicture),
  fetch: route(
    "POST",
    "/reviews/{key}/pictures/fetches",
    "Store a picture of another site for the text of a review",
    "Reviews",
  )
    .input(
      z.strictObject({
        key: reviewKey,
        url: webUrl.describe("of a PNG, JPEG, WebP or GIF. The server reads it once, without credentials."),
      }),
    )
    .output(StoredPicture),
};
