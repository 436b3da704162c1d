// Uses the start page as a person would, by keyboard alone: `node start.mjs URL SCREENSHOT BROWSER [WIDTH HEIGHT SCHEME SAMPLE]`.
import { chromium } from "playwright-core";

const [url, screenshot, executablePath, width = "1280", height = "1000", colorScheme = "light", sample = "0"] =
  process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
const errors = [];
const foreign = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("request", (request) => new URL(request.url()).host !== new URL(url).host && foreign.push(request.url()));
await page.goto(url);
const tab = async (id) => {
  for (let step = 0; step < 40; step += 1) {
    if ((await page.evaluate(() => document.activeElement.id)) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${id} can't be reached with the Tab key`);
};
await tab("sample");
for (let step = 0; step <= Number(sample); step += 1) await page.keyboard.press("ArrowDown");
await tab("text");
await page.keyboard.press("Control+Enter");
await page.waitForFunction(() => /event/.test(document.getElementById("status").textContent), null, { timeout: 60000 });
await tab("table");
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
const seen = await page.evaluate(() => ({
  status: document.getElementById("status").textContent,
  rows: document.querySelectorAll("#table tbody tr").length,
  chosen: document.querySelectorAll("tr.on").length,
  marks: [...document.querySelectorAll("#read mark")].map((mark) => mark.textContent),
  text: document.getElementById("read").textContent === document.getElementById("text").value,
  bars: document.querySelectorAll("#timeline .bar").length,
  points: document.querySelectorAll("#map circle").length,
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
}));
await page.screenshot({ path: screenshot, fullPage: true });
console.log(JSON.stringify({ ...seen, errors, foreign }));
await browser.close();
