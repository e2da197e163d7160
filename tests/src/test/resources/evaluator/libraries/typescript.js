load(scriptArgs[0]);
const libs = scriptArgs[1];
const file = `
interface Shape { kind: 'circle' | 'square'; size: number }
enum Color { Red, Green = 'g' }
abstract class Base<T extends Shape> {
  constructor(protected readonly shape: T, public color: Color = Color.Red) {}
  abstract area(): number;
  get label(): string { return \`\${this.shape.kind}:\${this.color}\`; }
}
export class Circle extends Base<Shape> {
  area() { return Math.PI * this.shape.size ** 2; }
  static async *all(...sizes: number[]) { for (const size of sizes) yield new Circle({ kind: 'circle', size }); }
}
export const total = (shapes: ReadonlyArray<Circle>) => shapes.map(s => s.area()).reduce((a, b) => a + b, 0) satisfies number;
const wrong: string = total([]);
new Circle({ kind: 'triangle', size: 1 }).shape;
`;
print(ts.version);
print(ts.transpileModule(file, { compilerOptions: { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.CommonJS } }).outputText);
const sources = new Map([['/shapes.ts', file]]);
const read = (name) => {
  if (!sources.has(name) && name.startsWith('/lib/')) sources.set(name, readFile(libs + name.slice(4)));
  return sources.get(name);
};
const emitted = [];
const host = {
  getSourceFile: (name, options) => (read(name) === undefined ? undefined : ts.createSourceFile(name, read(name), options)),
  getDefaultLibFileName: (options) => '/lib/' + ts.getDefaultLibFileName(options),
  getDefaultLibLocation: () => '/lib',
  writeFile: (name, text) => emitted.push([name, text.length > 200]),
  getCurrentDirectory: () => '/',
  getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => '\n',
  fileExists: (name) => sources.has(name) || /^\/lib\/lib\.[\w.]+\.d\.ts$/.test(name),
  readFile: read,
};
const program = ts.createProgram(['/shapes.ts'], { target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], strict: true, declaration: true, types: [] }, host);
for (const d of ts.getPreEmitDiagnostics(program)) {
  const where = d.file ? d.file.getLineAndCharacterOfPosition(d.start) : { line: -1, character: -1 };
  print(`${d.file?.fileName}(${where.line + 1},${where.character + 1}): TS${d.code}: ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`);
}
program.emit();
print(emitted);
const checker = program.getTypeChecker();
ts.forEachChild(program.getSourceFile('/shapes.ts'), (node) => {
  if (node.name && ts.isClassDeclaration(node)) print(node.name.text, checker.getTypeAtLocation(node).getProperties().map((p) => p.name));
});
