// The built-in texts of the pinned Streamlit become ours: page_repairs.js's pure part over the table of the adapter.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { inOurWords } from "../../analysis/assets/page_repairs.js";

const file = new URL("../../analysis/streamlit_adapter/built_in_texts.json", import.meta.url);
const table = JSON.parse(readFileSync(file, "utf-8"));
const rows = [...table.texts, ...table.names];
const ours = { nothing: "", ...Object.fromEntries(rows.filter(({ ours }) => ours !== "nothing").map(({ ours }) => [ours, `<${ours}>`])) };
// What our text leaves of the old one.
const KEPT = { "Remove a.xlsx": " a.xlsx", "a.xlsx, 12.3KB": "a.xlsx", "a.xlsx, 1.0MB": "a.xlsx" };

for (const [kind, all] of Object.entries({ text: table.texts, name: table.names })) {
  for (const { ours: name, built_in, place } of all) {
    const there = all.filter((row) => row.place === place);
    for (const text of built_in) {
      test(`${kind} "${text}" becomes ours`, () => {
        const wanted = name === "nothing" ? (KEPT[text] ?? "") : ours[name] + (KEPT[text] ?? "");
        assert.equal(inOurWords(text, there, ours), wanted);
      });
    }
  }
}

test("what is ours already, or a reader's, stays", () => {
  for (const text of ["Valitse tiedostot", "Tapahtumat", "Error in cell C3", "Upload of 2024", "Closed", "", "a.xlsx"]) {
    assert.equal(inOurWords(text, table.names, ours), text);
    assert.equal(inOurWords(text, table.texts.filter(({ flags }) => !flags), ours), text);
  }
});

test("the name of a file is not read as a replacement", () => {
  assert.equal(inOurWords("Remove $&.xlsx", table.names, ours), "<remove> $&.xlsx");
});
