// Stands for @codemirror/language and its parser, which CodeMirror's commands ask for a program's tree, brackets and
// indents. Copy has none of them, and with both left out the editor is there sooner.
const nothing = () => null;

export class IndentContext {}
export const NodeProp = {};
export const getIndentUnit = () => 1;
export const getIndentation = nothing;
export const indentString = () => "";
export const indentUnit = null;
export const matchBrackets = nothing;
export const syntaxTree = nothing;
