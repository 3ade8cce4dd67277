import { expect, it } from "vitest";
import { picturesOfRtf } from "./rtf-pictures.ts";

const PNG = "89504e47\r\n0d0a1a0a";
const shown = (format: string, hex: string) =>
  `{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv 75}}}\\picw10\\pich-5${format}\\bliptag-12{\\*\\blipuid f5d6a0}${hex}}}{\\nonshppict{\\pict\\wmetafile8 0100}}`;

it("finds the pictures of Word in their order, each once, without those of its lists", async () => {
  const lists = "{\\*\\listpicture{\\pict\\pngblip 0102}{\\pict\\pngblip 0304}}";
  const rtf = `{\\rtf1${lists} before \\{ {\\b bold}\\par ${shown("\\pngblip", PNG)} and \\par${shown("\\emfblip", "01")}${shown("\\jpegblip", "ffd8")}}`;
  const found = picturesOfRtf(rtf);
  expect(found.map((file) => file?.type ?? null)).toEqual(["image/png", null, "image/jpeg"]);
  expect([...new Uint8Array((await found[0]?.arrayBuffer()) ?? [])]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
});

it("finds nothing in text without pictures, or that ends in the middle of one", () => {
  expect(picturesOfRtf("")).toEqual([]);
  expect(picturesOfRtf("{\\rtf1 words}")).toEqual([]);
  expect(picturesOfRtf("{\\rtf1{\\pict\\pngblip 8950x")).toEqual([null]);
});
