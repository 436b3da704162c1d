// Opens a page in a real browser and says what happened: `node page.mjs URL SCREENSHOT BROWSER [WIDTH HEIGHT SCHEME]`.
import { chromium } from "playwright-core";

const [url, screenshot, executablePath, width = "1280", height = "900", colorScheme = "light"] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
const foreign = [];
const errors = [];
page.on("request", (request) => {
  const target = new URL(request.url());
  if (!["data:", "blob:"].includes(target.protocol) && target.host !== new URL(url).host) foreign.push(request.url());
});
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => {
  if (message.type() === "error") errors.push(message.text());
});
await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
await page.waitForTimeout(3000);
await page.screenshot({ path: screenshot });
console.log(JSON.stringify({ foreign, errors, text: await page.locator("body").innerText() }));
await browser.close();
