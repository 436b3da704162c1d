// Calls the service with the types that openapi-typescript generates: `node call.js URL`.
import type { components, paths } from "./api";

type Result = components["schemas"]["Result"];
type Article = components["schemas"]["Article"];
type Batch = paths["/v1/extract/batch"]["post"]["responses"]["200"]["content"]["application/json"];
type Offsets = NonNullable<NonNullable<paths["/v1/extract"]["post"]["parameters"]["query"]>["offsets"]>;

declare const process: { argv: string[] };

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(what);
  }
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(process.argv[2] + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  check(answer.status === 200, `${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

async function main(): Promise<void> {
  const unit: Offsets = "utf16";
  const article: Article = { text: "😀 Zürich: ministers met in Geneva.", published_at: "2026-01-26" };
  const result = await post<Result>(`/v1/extract?offsets=${unit}`, article);
  const trigger = result.events[0]!.mentions[0]!.trigger;
  check(article.text.slice(trigger.start, trigger.end) === trigger.text, "offsets are not those of JavaScript");
  const batch = await post<Batch>("/v1/extract/batch", { articles: [article, { text: "FAIL" }] });
  const names = batch.results.map((entry) => ("error" in entry ? entry.error.type : entry.language));
  check(names[0] === "en" && names[1] === "/docs/problems#extraction-failed", `unexpected results: ${names}`);
  console.log("ok");
}

void main();
