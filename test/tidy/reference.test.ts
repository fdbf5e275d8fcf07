/** The two reference pages are made from the code that they describe. `npm test -- -u` writes them; read the diff. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import ruleDocs from '#rule-docs' with { type: 'json' };
import { languages } from '../../generator/languages/index.ts';
import type { ObjectShape, Shape } from '../../generator/targets/shape.ts';
import { views } from '../../generator/targets/view-shape.ts';
import { ROOT } from '../support/workspace.ts';

test('generator/rules/README.md has a paragraph for each rule', async () => {
  const paragraphs = Object.entries(ruleDocs).map(([id, doc]) => `## ${id}\n\n${doc.replace('\nBad:', '\n\nBad:')}\n`);
  const page = [
    '# Rules',
    '',
    'What the specs have to be, beyond their frame. Each rule is a file of this folder, and has a folder of examples',
    'in `test/fixtures/rules/`. This page is made from their doc comments; `sms-error-codes explain <id>` prints one.',
    '',
    ...paragraphs,
  ].join('\n');
  await expect(page).toMatchFileSnapshot(join(ROOT, 'generator/rules/README.md'));
});

test('templates/README.md lists every field of every view', async () => {
  await expect(templatesPage()).toMatchFileSnapshot(join(ROOT, 'templates/README.md'));
});

function templatesPage(): string {
  const encoders = languages.map(
    ({ id, title, encoders: known }) =>
      `| ${title} (\`${id}\`) | ${Object.keys(known)
        .map((name) => `\`${name}\``)
        .join(', ')} |`,
  );
  return `# Templates

A target is a folder here: a \`target.yaml\` that says which template makes which file (\`target.schema.json\`
describes it), and the templates, which are Handlebars. Its files go to the folder of the same name in the output.

A template lays out, and decides nothing. It has \`{{#each}}\`, \`{{#if}}\`, \`{{#unless}}\`, \`{{#with}}\`, partials
(files whose names start with an underscore), \`{{else}}\`, \`../\`, \`@first\`, \`@last\`, and the encoders of its language.
Everything else is an error with the template's file, line and column, before anything is rendered:

- a field that the view does not have;
- **text** that is printed without an encoder, or a **code** that is printed with one;
- an optional field outside \`{{#if}}\` or \`{{#with}}\`;
- an unknown helper or partial, and a partial that includes itself.

Templates are trusted: who writes them decides what the output says. The text of a spec is not; it can reach the
output only through an encoder.

## Encoders

| Language | Encoders |
|---|---|
${encoders.join('\n')}

## Views

What a template sees depends on \`per\` in \`target.yaml\`. **text** is printed with an encoder, as \`{{string title}}\`;
**code** is source text, already cased and encoded, and printed as it is; a **flag** is for \`{{#if}}\`; a **list** for
\`{{#each}}\`. Optional fields are marked with a question mark.

${Object.entries(views)
  .map(([unit, shape]) => `### per: ${unit}\n\n${shape.doc}\n\n${fieldsOf(shape)}`)
  .join('\n')}`;
}

function fieldsOf({ fields }: ObjectShape): string {
  const rows = Object.entries(fields).flatMap(([name, shape]) => rowsOf(name, shape, 0));
  return `| Field | Kind | What |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** What has a view of its own is listed there. */
function rowsOf(name: string, shape: Shape, depth: number): string[] {
  const inner = shape.kind === 'list' ? shape.item : shape;
  const own = `| ${'&emsp;'.repeat(depth)}\`${name}\`${shape.optional ? '?' : ''} | ${kindOf(shape)} | ${shape.doc} |`;
  const unit = Object.entries(views).find(([, view]) => view.doc === inner.doc)?.[0];
  if (unit !== undefined) return [own.replace(/ \|$/, `; each as in [per: ${unit}](#per-${unit}) |`)];
  return inner.kind === 'object'
    ? [own, ...Object.entries(inner.fields).flatMap(([key, field]) => rowsOf(key, field, depth + 1))]
    : [own];
}

function kindOf(shape: Shape): string {
  if (shape.kind !== 'list') return shape.kind;
  return shape.item.kind === 'object' ? 'list' : `list of ${shape.item.kind}`;
}
