// What can be put to the editor's state from outside, and the words it shows.
import { Facet, StateEffect } from "@codemirror/state";

export const putAnswer = StateEffect.define(); // {doc, changes, answer}: the text asked about, what was typed since
export const putMode = StateEffect.define(); // "clean" | "marks" | "full"
export const putNotes = StateEffect.define(); // [{number, start, end}]: paragraphs from 1, chosen words or none
export const dropRemoved = StateEffect.define(); // index of an old paragraph that was just restored

export const limit = Facet.define({ combine: (values) => values[0] }); // words of a paragraph that a desk would shorten
export const texts = Facet.define({ combine: (values) => values[0] });
