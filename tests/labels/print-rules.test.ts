/** The rules of printing as tables: versions, states of a job, fitting stock, where a printer may be. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decideLabel, type LabelGrounds } from '../../src/modules/labels/label.rules.ts';
import {
  decideReason,
  listPrintJobActions,
  PRINT_JOB_STATES,
  PRINT_PURPOSES,
  stateAfterConfirming,
  type LabelCounts,
  type PrintJobState,
  type PrintPurpose,
} from '../../src/modules/labels/print-job.rules.ts';
import { decideFit } from '../../src/modules/labels/printer.rules.ts';
import {
  decideOutbound,
  PRIVATE_NETWORKS,
  readNetwork,
  readPortRanges,
} from '../../src/platform/outbound.ts';
import { ConfigurationError, readConfig } from '../../src/config.ts';

const UNLABELLED: LabelGrounds = {
  isVoid: false,
  isBound: true,
  labelVersion: null,
  waitsInJob: false,
  reprinted: null,
};
const BLANK = { ...UNLABELLED, isBound: false };
/** Of a seized item, whose label came out or may have. */
const ONCE = { isOneOnly: true, mayBeOut: true };
const at = (labelVersion: string) => ({ ...UNLABELLED, labelVersion });

describe('the version of the next label', () => {
  it.each<[PrintPurpose, LabelGrounds, string]>([
    ['first', UNLABELLED, '1'],
    ['first', at('1'), 'LABEL_ALREADY_MADE'],
    ['reprint', UNLABELLED, 'LABEL_NEVER_MADE'],
    ['reprint', at('3'), '3'],
    ['reprint', { ...at('3'), reprinted: '3' }, '3'],
    ['reprint', { ...at('3'), isUnidentified: true }, '3'],
    ['reprint', { ...at('3'), isLabelled: true }, '3'],
    ['reprint', { ...at('3'), isLabelled: true, isUnidentified: true }, 'LABEL_THING_UNIDENTIFIED'],
    ['reprint', { ...at('3'), reprinted: '2' }, 'LABEL_REPLACED_SINCE'],
    ['first', { ...at('1'), isOneOnly: true }, 'LABEL_MADE_ONCE_ONLY'],
    ['reprint', { ...at('3'), isOneOnly: true }, '3'],
    ['reprint', { ...at('3'), mayBeOut: true }, '3'],
    ['reprint', { ...at('3'), ...ONCE }, '4'],
    ['reprint', { ...at('3'), ...ONCE, isUnidentified: true }, '4'],
    ['reprint', { ...at('3'), ...ONCE, isLabelled: true, isUnidentified: true }, 'LABEL_THING_UNIDENTIFIED'],
    ['reprint', { ...at('3'), ...ONCE, isLabelled: true }, '4'],
    ['reprint', { ...at('Z'), ...ONCE }, 'LABEL_VERSIONS_USED_UP'],
    ['reprint', { ...at('3'), ...ONCE, reprinted: '2' }, 'LABEL_REPLACED_SINCE'],
    ['batch', { ...BLANK, isOneOnly: true }, '1'],
    ['batch', { ...BLANK, ...ONCE }, 'LABEL_BLANK_ONCE_ONLY'],
    ['replacement', UNLABELLED, 'LABEL_NEVER_MADE'],
    ['replacement', at('1'), '2'],
    ['replacement', at('9'), 'A'],
    ['replacement', at('Z'), 'LABEL_VERSIONS_USED_UP'],
    ['batch', BLANK, '1'],
    ['batch', { ...BLANK, labelVersion: '1' }, '1'],
    ['batch', UNLABELLED, 'LABEL_ALREADY_BOUND'],
    ['first', { ...at('1'), waitsInJob: true }, 'LABEL_WAITS_IN_JOB'],
    ['first', { ...at('1'), waitsInJob: true, isVoid: true }, 'LABEL_CODE_VOID'],
  ])('%s of %o: %s', (purpose, grounds, expected) => {
    const verdict = decideLabel(purpose, grounds);
    expect(verdict.allowed ? verdict.version : verdict.reason).toBe(expected);
  });

  it('a void code and a label that waits are never printed, whatever the purpose', () => {
    const purposes = Object.keys(PRINT_PURPOSES) as PrintPurpose[];
    fc.assert(
      fc.property(
        fc.constantFrom(...purposes),
        fc.option(fc.constantFrom('1', '5', 'Z')),
        fc.boolean(),
        (purpose, labelVersion, isVoid) => {
          const grounds = { ...UNLABELLED, labelVersion, isVoid, waitsInJob: !isVoid };
          expect(decideLabel(purpose, grounds).allowed).toBe(false);
        },
      ),
    );
  });

  it.each<[PrintPurpose, string | null, string | null, boolean]>([
    ['first', null, null, true],
    ['batch', null, null, true],
    ['reprint', null, null, false],
    ['reprint', '卡纸', null, true],
    ['replacement', null, null, false],
    ['replacement', '说明', null, false],
    ['replacement', null, 'damaged', true],
    ['replacement', null, 'other', false],
    ['replacement', '说明', 'other', true],
  ])('%s with “%s” and %s says enough: %s', (purpose, reason, replacementReason, expected) => {
    expect(decideReason(purpose, reason, replacementReason)).toBe(expected);
  });
});

const NONE: LabelCounts = { waiting: 0, sent: 0, in_doubt: 0, printed: 0, failed: 0, cancelled: 0 };

describe('what may be done with a job', () => {
  it.each<[PrintJobState, boolean, Partial<LabelCounts>, string[]]>([
    ['queued', true, { waiting: 5 }, ['cancel']],
    ['sending', true, { waiting: 3, sent: 2 }, ['cancel']],
    ['ready', true, { waiting: 5 }, ['send', 'cancel']],
    ['ready', false, { waiting: 5 }, ['download', 'confirm', 'confirmUpTo', 'cancel']],
    ['ready', false, { waiting: 3, printed: 2 }, ['download', 'confirm', 'confirmUpTo', 'cancel', 'reprint']],
    ['sent', true, { sent: 5 }, ['confirm', 'confirmUpTo', 'reprint']],
    ['interrupted', true, { in_doubt: 2, waiting: 3 }, ['confirm', 'confirmUpTo', 'cancel', 'reprint']],
    ['interrupted', true, { printed: 2, waiting: 3 }, ['resume', 'cancel', 'reprint']],
    ['confirmed', true, { printed: 5 }, ['reprint']],
    ['confirmed', false, { printed: 5 }, ['download', 'reprint']],
    ['cancelled', true, { cancelled: 5 }, []],
    ['cancelled', true, { in_doubt: 1, cancelled: 4 }, ['confirm', 'confirmUpTo', 'reprint']],
  ])('%s, sent over the network %s, %o: %o', (state, isSent, counts, expected) => {
    expect(listPrintJobActions({ state, isSent, counts: { ...NONE, ...counts } })).toEqual(expected);
  });

  it('the file of labels of which no two may be out is handed out until they are said to be printed', () => {
    const grounds = { isSent: false, isOneOnly: true };
    const offers = (state: PrintJobState, counts: Partial<LabelCounts>) =>
      listPrintJobActions({ ...grounds, state, counts: { ...NONE, ...counts } });
    expect(offers('ready', { waiting: 5 })).toContain('download');
    expect(offers('confirmed', { printed: 5 })).toEqual(['reprint']);
    expect(offers('cancelled', { in_doubt: 5 })).toEqual(['confirm', 'confirmUpTo', 'reprint']);
  });

  it('nothing is resumed while anything is in doubt or on its way', () => {
    const states = Object.keys(PRINT_JOB_STATES) as PrintJobState[];
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.nat(3),
        fc.nat(3),
        fc.nat(3),
        (state, waiting, sent, inDoubt) => {
          const counts = { ...NONE, waiting, sent, in_doubt: inDoubt };
          const actions = listPrintJobActions({ state, isSent: true, counts });
          if (sent + inDoubt > 0 || waiting === 0) expect(actions).not.toContain('resume');
        },
      ),
    );
  });

  it.each<[PrintJobState, boolean, number, PrintJobState]>([
    ['sent', true, 0, 'confirmed'],
    ['sent', true, 2, 'interrupted'],
    ['ready', false, 2, 'ready'],
    ['ready', false, 0, 'confirmed'],
    ['cancelled', true, 0, 'cancelled'],
  ])('%s (network %s) with %i waiting becomes %s', (state, isSent, waiting, expected) => {
    expect(stateAfterConfirming({ state, isSent }, { ...NONE, waiting })).toBe(expected);
  });
});

describe('a template on a printer', () => {
  const roll = { language: 'zpl' as const, stockMm: { width: 70, height: 40 } };
  const paper = { language: 'pdf' as const, stockMm: { width: 210, height: 297 } };
  const label = (width: number, height: number) => ({ sizeMm: { width, height }, sheet: null });
  const sheet = { sizeMm: { width: 70, height: 37 }, sheet: { page: { width: 210, height: 297 } } };

  it.each([
    [label(70, 40), roll, null],
    [label(69.5, 39.5), roll, null],
    [label(72, 40), roll, 'LARGER_THAN_STOCK'],
    [label(50, 30), roll, 'SMALLER_THAN_STOCK'],
    [sheet, roll, 'SHEET_ON_ROLL'],
    [sheet, paper, null],
    [sheet, { ...paper, stockMm: { width: 148, height: 210 } }, 'LARGER_THAN_STOCK'],
    [sheet, { ...paper, stockMm: { width: 297, height: 420 } }, 'SMALLER_THAN_STOCK'],
    [label(50, 30), paper, null],
  ])('%o on %o: %s', (template, printer, expected) => {
    expect(decideFit(template, printer)).toBe(expected);
  });
});

describe('where a printer may be', () => {
  const rules = { networks: PRIVATE_NETWORKS, ports: [{ first: 9100, last: 9109 }] };

  it.each([
    ['10.1.2.3', 9100, null],
    ['172.31.255.1', 9109, null],
    ['192.168.1.50', 9100, null],
    ['fd12::5', 9100, null],
    ['172.32.0.1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['127.0.0.1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['0.0.0.0', 9100, 'NETWORK_NOT_ALLOWED'],
    ['169.254.169.254', 9100, 'NETWORK_NOT_ALLOWED'],
    ['8.8.8.8', 9100, 'NETWORK_NOT_ALLOWED'],
    ['::1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['::', 9100, 'NETWORK_NOT_ALLOWED'],
    ['fe80::1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['::ffff:10.0.0.1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['0:0:0:0:0:ffff:a00:1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['64:ff9b::a00:1', 9100, 'NETWORK_NOT_ALLOWED'],
    ['192.168.1.50', 22, 'PORT_NOT_ALLOWED'],
    ['192.168.1.50', 9110, 'PORT_NOT_ALLOWED'],
    ['printer', 9100, 'NOT_LITERAL'],
    ['localhost', 9100, 'NOT_LITERAL'],
    ['2130706433', 9100, 'NOT_LITERAL'],
    ['0x7f.1', 9100, 'NOT_LITERAL'],
    ['010.0.0.1', 9100, 'NOT_LITERAL'],
    ['10.0.0.1 ', 9100, 'NOT_LITERAL'],
    ['fd12::5%eth0', 9100, 'NOT_LITERAL'],
    ['[fd12::5]', 9100, 'NOT_LITERAL'],
  ])('%s port %i: %s', (host, port, expected) => {
    expect(decideOutbound(rules, { host, port })).toBe(expected);
  });

  it('the mapped form of an allowed address stays closed even when all of IPv6 is allowed', () => {
    const all = { ...rules, networks: ['::/0'] };
    expect(decideOutbound(all, { host: '::ffff:127.0.0.1', port: 9100 })).toBe('NETWORK_NOT_ALLOWED');
  });

  it('networks and ports are read, or refused by the configuration with their names', () => {
    expect(readNetwork('10.0.0.0/8')).toEqual({ address: '10.0.0.0', prefix: 8, family: 'ipv4' });
    for (const text of ['10.0.0.0', '10.0.0.0/33', 'a/8', '/8', ''])
      expect(readNetwork(text)).toBeUndefined();
    expect(readPortRanges('9100-9109, 6101')).toEqual([
      { first: 9100, last: 9109 },
      { first: 6101, last: 6101 },
    ]);
    for (const text of ['', '0', '9109-9100', '70000', 'x']) expect(readPortRanges(text)).toBeUndefined();
    expect(readConfig({ PRINTER_NETWORKS: '10.20.0.0/16', PRINTER_PORTS: '9100' }).printers).toEqual({
      networks: ['10.20.0.0/16'],
      ports: [{ first: 9100, last: 9100 }],
    });
    expect(() => readConfig({ PRINTER_NETWORKS: 'anywhere', PRINTER_PORTS: 'any' })).toThrow(
      ConfigurationError,
    );
  });
});
