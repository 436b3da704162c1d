// Reads a page of the built site from the disk: `node site.mjs FILE SCREENSHOT BROWSER WIDTH HEIGHT SCHEME WORDS`.
// Says what was asked of other hosts, whether the page is wider than the screen, and what a search for WORDS finds.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../contract/package.json", import.meta.url))("playwright-core");
const [file, screenshot, executablePath, width, height, colorScheme, words] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
const foreign = [];
const errors = [];
page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && foreign.push(request.url()));
page.on("pageerror", (error) => errors.push(String(error)));
await page.goto(pathToFileURL(file).href);
await page.waitForTimeout(800);
await page.screenshot({ path: screenshot });
const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
await page.keyboard.press("/");
await page.waitForTimeout(500);
await page.keyboard.type(words);
let found = [];
try {
  await page.waitForSelector(".md-search-result__link", { timeout: 15000, state: "attached" });
  found = await page.locator(".md-search-result__link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
} catch (error) {
  errors.push(String(error));
}
console.log(JSON.stringify({ foreign, errors, wide, found }));
await browser.close();
