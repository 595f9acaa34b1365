import type { Block, Document } from '#libs/services';

/** A document as Markdown, one line a paragraph. */
export const toMarkdown = ({ title, blocks }: Document): string =>
  `${[`# ${escaped(title)}`, ...blocks.map((block, at) => blockText(block, blocks[at - 1]))].join('\n\n')}\n`;

const blockText = (block: Block, before: Block | undefined): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'table':
      return [
        // A caption that repeats the heading above is for readers of tables alone, which HTML has.
        ...(before?.kind === 'heading' && before.text === block.caption ? [] : [`${escaped(block.caption)}\n`]),
        line(block.columns),
        line(block.columns.map(() => '---')),
        ...block.rows.map((row) => line(row.map(cell))),
      ].join('\n');
  }
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const cell = (text: string): string => escaped(text).replaceAll('|', '\\|').replaceAll('\n', '<br>');

/** Texts come from the configuration: none of them may become markup. */
const escaped = (text: string): string => text.replace(/[\\`*_<>[\]#]/g, '\\$&');
