import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { permissions } from '#people/index.ts';
import { isWorkspacePath, workspaceRoutes } from './workspace-routes.ts';

/** Server files of the routes by their id, `/akun/daftar/[id]`. */
const files = globSync('src/routes/**/+{page,layout}.server.ts').concat(globSync('src/routes/**/+server.ts')).sort();
const idOf = (file: string): string => file.replace(/^src\/routes/, '').replace(/\/\+[a-z.]+\.ts$/, '') || '/';

interface Found {
  /** Names of the form actions. */
  forms: string[];
  /** What is asked of `locals` about who asks. */
  asks: string[];
  /** Actions that are needed, by name. */
  needs: string[];
  /** Methods that a program or a form could send to an address that is no page. */
  methods: string[];
}

function read(file: string): Found {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found = { forms: [], asks: [...text.matchAll(/locals\.(person|signedIn|needAny|need|write|ctx|sign)\b/g)].map((one) => one[1] ?? ''), needs: [...text.matchAll(/\.need\('([^']+)'/g)].map((one) => one[1] ?? ''), methods: [] };
  source.forEachChild((node) => {
    if (!ts.isVariableStatement(node) && !ts.isFunctionDeclaration(node)) return;
    const names = ts.isVariableStatement(node) ? node.declarationList.declarations : [node];
    for (const one of names) {
      const name = one.name?.getText() ?? '';
      if (['POST', 'PUT', 'PATCH', 'DELETE'].includes(name)) found.methods.push(name);
      if (name !== 'actions') continue;
      const made = ts.isVariableDeclaration(one) ? one.initializer : undefined;
      if (!made || !ts.isObjectLiteralExpression(made)) found.forms.push('*'); // made elsewhere: the row is still asked for
      else found.forms.push(...made.properties.map((property) => property.name?.getText() ?? '*'));
    }
  });
  return found;
}

const found = files.map((file) => [idOf(file), file, read(file)] as const);

describe('every route that looks at who asks stands in the table', () => {
  it('reads the routes', () => {
    expect(found.length).toBeGreaterThan(25);
    expect(found.some(([id, , { forms }]) => id === '/akun' && forms.includes('sandi'))).toBe(true);
  });
  it.each(found)('%s', (id, _file, { forms, asks, needs, methods }) => {
    const row = workspaceRoutes[id];
    if (!row) return expect({ id, forms, asks, methods }).toEqual({ id, forms: [], asks: [], methods: [] });
    const known = Object.keys(row.forms ?? {});
    expect(forms.includes('*') ? known.length > 0 : forms.sort()).toEqual(forms.includes('*') ? true : known.sort());
    expect(methods).toEqual([]);
    // What a file needs itself is in its row; what a function of `app` needs for it is tried by the matrix.
    const allowed = [row.see, ...Object.values(row.forms ?? {}).flat()];
    expect(needs.filter((action) => !allowed.includes(action as never))).toEqual([]);
  });
  it('names no route that there is not, and no action without its row of the permission table', () => {
    const there = new Set(found.map(([id]) => id));
    expect(Object.keys(workspaceRoutes).filter((id) => !there.has(id))).toEqual([]);
    const actions = Object.values(workspaceRoutes).flatMap((row) => [row.see, ...Object.values(row.forms ?? {}).flat()]);
    expect(actions.filter((action) => action !== 'anyone' && action !== 'signed_in' && !(action in permissions))).toEqual([]);
  });
});

it('knows the pages of the workspace by their path', () => {
  const paths = ['/masuk', '/akun/daftar/0192', '/akun/daftar/0192/x', '/akun/daftar/', '/', '/rencana', '/masukx'];
  expect(paths.map(isWorkspacePath)).toEqual([true, true, false, false, false, false, false]);
});
