// Where lines are broken: short things on one line, arrays of more than six entries in columns, else one entry a line.
// The rules and their constants are those of Node's util.inspect, so that output can be compared to the byte.
(function (lib) {
  'use strict';

  const { min, max, sqrt, round, floor, padStart, padEnd, repeat, includes, list, push, join, width } = lib;

  const LINE_WIDTH = 80;
  const ENTRIES_ON_A_LINE = 6;
  const DEPTH_ON_A_LINE = 3;
  const MOST_COLUMNS = 15;
  const SEPARATOR = 2; // ", "

  const isNumeric = (elements, count) => {
    for (let i = 0; i < count; i++) {
      const type = typeof lib.ownData(elements, i);
      if (type !== 'number' && type !== 'bigint') return false;
    }
    return true;
  };

  const inColumns = (state, entries, elements) => {
    // "... n more items" stays on a line of its own.
    const count = entries.length > lib.LONGEST_ARRAY ? entries.length - 1 : entries.length;
    const widths = list();
    let total = 0;
    let widest = 0;
    for (let i = 0; i < count; i++) {
      const entry = width(entries[i]);
      push(widths, entry);
      total += entry + SEPARATOR;
      widest = max(widest, entry);
    }
    const column = widest + SEPARATOR;
    // Columns only help when at least three fit and the entries are of about one length.
    if (column * 3 + state.indentation >= LINE_WIDTH || (total / column <= 5 && widest > 6)) return entries;

    // Nearly a square: a character is about two and a half times as high as it is wide.
    const bias = sqrt(column - total / entries.length);
    const biased = max(column - 3 - bias, 1);
    const columns = min(
      round(sqrt(2.5 * biased * count) / biased),
      floor((LINE_WIDTH - state.indentation) / column),
      DEPTH_ON_A_LINE * 4,
      MOST_COLUMNS,
    );
    if (columns <= 1) return entries;

    const columnWidths = list();
    for (let i = 0; i < columns; i++) {
      let columnWidth = 0;
      for (let j = i; j < count; j += columns) columnWidth = max(columnWidth, widths[j]);
      push(columnWidths, columnWidth + SEPARATOR);
    }
    const pad = elements === undefined || isNumeric(elements, entries.length) ? padStart : padEnd;
    const rows = list();
    for (let i = 0; i < count; i += columns) {
      const end = min(i + columns, count);
      let row = '';
      for (let j = i; j < end; j++) {
        const units = columnWidths[j - i] + entries[j].length - widths[j];
        if (j < end - 1) row += pad(`${entries[j]}, `, units, ' ');
        else row += pad === padStart ? padStart(entries[j], units - SEPARATOR, ' ') : entries[j];
      }
      push(rows, row);
    }
    if (count < entries.length) push(rows, entries[count]);
    return rows;
  };

  const fits = (entries, start, base) => {
    let total = entries.length + start;
    if (total + entries.length > LINE_WIDTH) return false;
    for (let i = 0; i < entries.length; i++) {
      total += entries[i].length;
      if (total > LINE_WIDTH) return false;
    }
    return base === '' || !includes(base, '\n');
  };

  /**
   * Entries between braces. A base ("[Function: f]", the text of an error) stands before them; elements is the array
   * that a list of entries came from, when there is one.
   */
  lib.layOut = (state, entries, base, braces, isList, depth, elements) => {
    const lead = base === '' ? '' : `${base} `;
    const open = braces[0];
    const rows = isList && entries.length > ENTRIES_ON_A_LINE ? inColumns(state, entries, elements) : entries;
    if (rows.length === entries.length && state.deepest - depth < DEPTH_ON_A_LINE) {
      const start = rows.length + state.indentation + open.length + base.length + 10;
      if (fits(rows, start, base)) {
        const line = join(rows, ', ');
        if (!includes(line, '\n')) return `${lead}${open} ${line} ${braces[1]}`;
      }
    }
    const newLine = `\n${repeat(' ', state.indentation)}`;
    return `${lead}${open}${newLine}  ${join(rows, `,${newLine}  `)}${newLine}${braces[1]}`;
  };
})
