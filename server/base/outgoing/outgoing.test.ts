import { expect, it } from "vitest";
import { addressRule, isPublicAddress } from "./outgoing.ts";

it.each([
  ["93.184.215.14", true],
  ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["::ffff:10.0.0.1", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
  ["not an address", false],
])("%s is a public address: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it.each([
  ["http://ai.internal:8080/v1", ["ai.internal"], "10.0.0.5", true],
  ["http://ai.internal:8080/v1", ["ai.internal:8080"], "10.0.0.5", true],
  ["http://ai.internal:8081/v1", ["ai.internal:8080"], "10.0.0.5", false],
  ["https://ai.internal/v1", ["ai.internal:443"], "10.0.0.5", true],
  ["http://not-ai.internal:8080/v1", ["ai.internal"], "10.0.0.5", false],
  ["http://10.0.0.5/v1", ["10.0.0.5"], "10.0.0.5", true],
  ["http://10.0.0.6/v1", ["10.0.0.5"], "10.0.0.6", false],
  ["http://[::1]:8080/v1", ["::1"], "::1", true],
  ["http://[::1]:8080/v1", ["[::1]:8080"], "::1", true],
  ["http://[::1]:8081/v1", ["[::1]:8080"], "::1", false],
  ["http://ai.internal/v1", ["ai.internal"], "169.254.169.254", false],
  ["http://ai.internal/v1", ["ai.internal"], "fe80::1", false],
  ["http://ai.internal/v1", ["ai.internal"], "::ffff:169.254.169.254", false],
  ["http://169.254.1.1/v1", ["169.254.1.1"], "169.254.1.1", true],
  ["https://api.example.com/v1", [], "93.184.215.14", true],
  ["https://api.example.com/v1", [], "10.0.0.5", false],
])("%s with %j listed can lead to %s: %s", (url, listed, address, isAllowed) => {
  expect(addressRule(new URL(url), listed)(address)).toBe(isAllowed);
});
