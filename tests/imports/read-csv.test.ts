import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { normaliseHeader } from '../../src/modules/imports/header-names.ts';
import type { Delimiter, LineEnd, TextEncodingName } from '../../src/modules/imports/raw-table.ts';
import { readTable } from '../../src/modules/imports/reading/read-table.ts';
import type { ReadOptions } from '../../src/modules/imports/reading/read-options.ts';
import { KNOWN, readCsvText, refusalCode, texts } from './table-files.ts';

describe('csv', () => {
  const chinese = fc.stringMatching(
    /^[的一是在不了有和人这中大为上个国办公桌椅电脑打印机立案庭室台式，。（）“”]{1,12}$/,
  );
  const ascii = fc.stringMatching(/^[A-Za-z0-9 ,;"'\t\r\n.+=@-]{0,12}$/);
  const cell = fc.oneof(
    chinese,
    ascii,
    fc.tuple(chinese, ascii).map((parts) => parts.join('')),
  );

  function csvOf(rows: readonly (readonly string[])[], delimiter: Delimiter, lineEnd: LineEnd): string {
    const field = (text: string) =>
      /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return rows.map((row) => row.map(field).join(delimiter) + lineEnd).join('');
  }

  it('comes back whole through every encoding, separator and line end', () => {
    const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.record({
        headers: fc.array(chinese, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 12,
        }),
      }),
    );
    const encodings: [TextEncodingName, boolean][] = [
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
      ['utf-16le', false],
      ['utf-16be', false],
      ['gb18030', false],
    ];
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...encodings),
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom<LineEnd>('\r\n', '\n', '\r'),
        ({ headers, rows }, [encoding, addBOM], delimiter, lineEnd) => {
          const filled = rows.map((row, index) => [`第${index}行`, ...row.slice(1)]);
          const text = csvOf([headers, ...filled], delimiter, lineEnd);
          const read = readTable(iconv.encode(text, encoding, { addBOM }), 'a.csv', { headerRow: 1 });
          expect(read.headers).toEqual(headers);
          expect(texts(read)).toEqual(filled);
          expect(read.rows.map((row) => row.rowNumber)).toEqual(filled.map((_, index) => index + 2));
          expect(read.problems).toEqual([]);
          expect(read.format).toMatchObject({ kind: 'csv', encoding, byteOrderMark: addBOM, delimiter });
        },
      ),
      { numRuns: 600 },
    );
  });

  it('comes back whole with any characters when the encoding is chosen', () => {
    const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\ufeff'));
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 5 }),
        fc.constantFrom<TextEncodingName>('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
        (cells, encoding) => {
          const row = ['行', ...cells];
          const text = csvOf([row.map((_, index) => `列${index}`), row], ',', '\n');
          const options: ReadOptions = { headerRow: 1, encoding, delimiter: ',' };
          expect(texts(readTable(iconv.encode(text, encoding), 'a.csv', options))).toEqual([row]);
        },
      ),
    );
  });

  it.each<[string, LineEnd]>([
    ['a,b\r\n1,2\r\n', '\r\n'],
    ['a,b\n1,2', '\n'],
    ['a,b\r1,2\r', '\r'],
    ['a,b\r\n1,2\n', '\r\n'],
  ])('tells the line end of %j', (text, lineEnd) => {
    const table = readCsvText(text);
    expect(table.format).toMatchObject({ lineEnd });
    expect(texts(table)).toEqual([['1', '2']]);
  });

  it('does not take western text for Chinese, and reads it when told how', () => {
    const text = 'Name,Place\nJosé Müller,Zürich\nÅsa Öberg,Malmö\n';
    for (const encoding of ['windows-1252', 'macintosh'] as const) {
      const bytes = iconv.encode(text, encoding);
      expect(refusalCode(() => readTable(bytes, 'a.csv'))).toBe('IMPORT_ENCODING_UNKNOWN');
      expect(texts(readTable(bytes, 'a.csv', { encoding }))[0]).toEqual(['José Müller', 'Zürich']);
    }
    expect(() => readTable(iconv.encode(text, 'macintosh'), 'a.csv')).toThrow(
      expect.objectContaining({ facts: { line: 2 } }),
    );
  });

  it('keeps blank and duplicate headers by position', () => {
    const table = readCsvText('Category,,Name,Category\nA,x,椅子,B\n');
    expect(table.headers).toEqual(['Category', '', 'Name', 'Category']);
    expect(texts(table)).toEqual([['A', 'x', '椅子', 'B']]);
  });

  it('takes quotes inside a cell as they are, and doubled ones as one', () => {
    const table = readCsvText('名称,规格\n15" 显示器,"24"" 宽"\n"带,逗号"  ,"两\n行"\n');
    expect(texts(table)).toEqual([
      ['15" 显示器', '24" 宽'],
      ['带,逗号', '两\n行'],
    ]);
    expect(table.problems).toEqual([]);
  });

  it('lists a row whose quotes do not pair and loses none of the rows after it', () => {
    const table = readCsvText('名称,规格,备注\n椅子,"木,旧\n桌子,"铁",新\n柜子,"钢"板,\n沙发,皮,"新');
    expect(table.problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [2, 'QUOTE_UNBALANCED'],
      [4, 'QUOTE_UNBALANCED'],
      [5, 'QUOTE_UNBALANCED'],
    ]);
    expect(texts(table)).toEqual([
      ['椅子', '"木', '旧'],
      ['桌子', '铁', '新'],
      ['柜子', '"钢"板', ''],
      ['沙发', '皮', '"新'],
    ]);
  });

  it('lists a row with more columns than headers, but not one with surplus blanks', () => {
    const table = readCsvText('名称,规格\n椅子,木,旧,破\n桌子,铁,,\n');
    expect(table.problems).toEqual([
      expect.objectContaining({ rowNumber: 2, code: 'ROW_TOO_LONG', value: '旧', position: null }),
    ]);
    expect(texts(table)).toEqual([
      ['椅子', '木', '旧', '破'],
      ['桌子', '铁'],
    ]);
  });

  it('counts blank lines and titles as Excel does, and leaves blank rows out', () => {
    const table = readCsvText(
      '某某法院固定资产登记表,,,\n单位：某某法院,,填表日期：2024年3月,\n资产编号,资产名称,取得日期,价值（元）\n\nT1,椅子,2024-03-05,100\n,,,\n　,\u00a0,,\nT2,桌子,2024-03-05,200\n',
      { knownHeaders: KNOWN },
    );
    expect(table.headerRow).toBe(3);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([5, 8]);
  });

  it('finds a header of unknown names below a title, and obeys a chosen row', () => {
    const text = '固定资产清单,,\n编码甲,名目乙,数额丙\nx1,y1,z1\n';
    expect(readCsvText(text).headers).toEqual(['编码甲', '名目乙', '数额丙']);
    expect(readCsvText(text, { headerRow: 3 }).headers).toEqual(['x1', 'y1', 'z1']);
    expect(refusalCode(() => readCsvText('1,2\n3,4\n'))).toBe('IMPORT_HEADER_NOT_FOUND');
  });

  it('obeys the sep= line of Excel', () => {
    const table = readCsvText('sep=;\r\n名称;规格\r\n椅子;1,5\r\n');
    expect(texts(table)).toEqual([['椅子', '1,5']]);
    expect(table.rows[0]?.rowNumber).toBe(3);
  });

  it.each<[ReadOptions['limits'], string]>([
    [{ rows: 2 }, 'IMPORT_TOO_MANY_ROWS'],
    [{ columns: 2 }, 'IMPORT_TOO_MANY_COLUMNS'],
    [{ cells: 5 }, 'IMPORT_TOO_MANY_CELLS'],
    [{ fileBytes: 10 }, 'IMPORT_FILE_TOO_LARGE'],
  ])('refuses beyond %j', (limits = {}, code) => {
    const text = '名称,规格,备注\n' + 'a,b,c\n'.repeat(3);
    expect(refusalCode(() => readCsvText(text, { limits }))).toBe(code);
  });

  it('lists a cell that is too long', () => {
    const table = readCsvText(`名称,规格\n椅子,${'长'.repeat(40_000)}\n`);
    expect(table.problems).toEqual([
      expect.objectContaining({ rowNumber: 2, column: '规格', code: 'CELL_TOO_LONG' }),
    ]);
  });

  it('reads something like the worst public sample: bare CR, not UTF-8, headers twice, scientific numbers', () => {
    const text = [
      'Full Name,Email,Username,Company,item Name,Category,Model name,Manufacturer,Model Number,Serial,Asset Tag,Location,Category,Notes,Purchase Date,Purchase Cost,Company,Status,Warranty,Supplier',
      'Ana Peña,ana@example.org,apena,Acme,Notebook,Laptops,Ultra 5,Lumen,4.29E+15,aa-11,T-1,Málaga,Laptops,“fine”,2016-01-05,1234.56,Acme,Ready to Deploy,24,Mercado',
      'Bo Ødegård,bo@example.org,bo,Acme,,Laptops,Ultra 6,Lumen,17,"b,22",T-2,Tromsø,Laptops,,2016-02-06,99,Acme,Undeployable,12,Butikk',
    ].join('\r');
    const bytes = iconv.encode(text, 'macintosh');
    expect(refusalCode(() => readTable(bytes, 'assets.csv'))).toBe('IMPORT_ENCODING_UNKNOWN');
    const table = readTable(bytes, 'assets.csv', { encoding: 'macintosh', knownHeaders: KNOWN });
    expect(table.format).toMatchObject({ lineEnd: '\r', delimiter: ',' });
    expect(table.headers.filter((header) => header === 'Category')).toHaveLength(2);
    expect(texts(table)[1]?.slice(0, 11)).toEqual([
      'Bo Ødegård',
      'bo@example.org',
      'bo',
      'Acme',
      '',
      'Laptops',
      'Ultra 6',
      'Lumen',
      '17',
      'b,22',
      'T-2',
    ]);
  });
});

describe('headers are compared', () => {
  it.each([
    ['账面原值（元）', '账面原值', true],
    ['账面原值(元) *', '账面原值', true],
    ['资产 名称', '资产名称', true],
    ['取得日期\n（必填）', '取得日期', true],
    ['ＡＳＳＥＴ　Tag', 'asset tag', true],
    ['Checked Out To: Username', 'checked out to username', true],
    ['资产编号(旧)', '资产编号', false],
    ['曾用编号1', '曾用编号2', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(normaliseHeader(one) === normaliseHeader(other)).toBe(same);
  });
});
