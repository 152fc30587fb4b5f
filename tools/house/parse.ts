import { parseSync, Visitor } from 'oxc-parser'

/** One `import`, `export … from`, `import()` or `import('…').Type`, as written. */
export interface WrittenImport {
  specifier: string
  line: number
  /** False whenever something is loaded at run time; `import { type A }` still loads its module. */
  typeOnly: boolean
}

/** A statement that changes a table; `table` is undefined where only running the code would tell. */
export interface SqlWrite {
  table: string | undefined
  line: number
}

export interface Parsed {
  imports: WrittenImport[]
  writes: SqlWrite[]
}

const writingCalls = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const writingSql =
  /\b(?:(?:insert|merge)\s+into|delete\s+from|truncate\s+table)\b\s*"?(\w+)?|\bupdate\s+(?:only\s+)?"?(\w+)"?\s+(?:(?:as\s+)?\w+\s+)?set\b/gi

function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length
}

/**
 * Reads one TypeScript file. `path` names it in errors and tells TSX from TS.
 * @throws Error when the text is not TypeScript.
 */
export function parse(path: string, text: string): Parsed {
  const { program, module, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const lineAt = lineFinder(text)
  const imports: WrittenImport[] = []
  const writes: SqlWrite[] = []
  const add = (specifier: string, offset: number, typeOnly: boolean) =>
    imports.push({ specifier, line: lineAt(offset), typeOnly })
  const isTypeStatement = (start: number) => /^(?:import|export)\s+type\s+[\w{*]/.test(text.slice(start))

  for (const { start, moduleRequest } of module.staticImports)
    add(moduleRequest.value, start, isTypeStatement(start))
  for (const { start, entries } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (from) add(from.value, start, isTypeStatement(start))
  }
  const scanSql = (sql: string, offset: number) => {
    for (const match of sql.matchAll(writingSql)) {
      writes.push({ table: match[1] ?? match[2], line: lineAt(offset + match.index) })
    }
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start, false)
    },
    TSImportType({ source, start }) {
      add(source.value, start, true)
    },
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!writingCalls.has(callee.property.name)) return
      const table = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined
      writes.push({ table: table?.split(/\s/)[0], line: lineAt(callee.property.start ?? start) })
    },
    TemplateElement({ value, start }) {
      scanSql(value.raw, start)
    },
    Literal({ value, start }) {
      if (typeof value === 'string') scanSql(value, start)
    },
  }).visit(program)
  return { imports, writes }
}
