// Words, paragraphs and the headline's length while typing. Words as the record counts them.
const BLANK_LINES = /\n\s*\n/;
const WORD = /[\p{L}\p{N}]/u;

function words(text) {
  return text.split(/\s+/).filter((word) => WORD.test(word)).length;
}

function grafs(text) {
  return text.split(BLANK_LINES).filter((graf) => graf.trim()).length;
}

const body = document.querySelector("#id_body");
const shown = document.querySelector("[data-copy-count]");

function count() {
  shown.textContent = `${words(body.value)} words, ${grafs(body.value)} paragraphs`;
}

if (body && shown) {
  body.addEventListener("input", count);
  count();
}

const headline = document.querySelector("#id_headline");
if (headline) {
  const size = document.createElement("output");
  size.className = "hint";
  headline.closest(".mb-3").querySelector("label").after(size);
  const measure = () => {
    size.textContent = `${[...headline.value.trim()].length} characters`;
  };
  headline.addEventListener("input", measure);
  measure();
}
