/** Photos and papers of an asset: what is taken, what is refused, what is served, what is left behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addAssets } from '../../src/modules/fixed-assets/add-assets.ts';
import { keepDrawnSignature } from '../../src/modules/fixed-assets/keep-drawn-signature.ts';
import { readPngDataUrl } from '../../src/platform/files/png-data-url.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { FILE_KINDS } from '../../src/platform/files/file-kinds.ts';
import { referencedContents } from '../../src/platform/files/referenced-contents.ts';
import { shownFileName } from '../../src/platform/files/shown-file-name.ts';
import { sniffFile } from '../../src/platform/files/sniff-file.ts';
import { sweepFiles } from '../../src/platform/files/sweep-files.ts';
import { zipStream } from '../../src/platform/spreadsheets/zip-stream.ts';
import { uploadAssetFileEndpoint } from '../../src/modules/fixed-assets/files.contract.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { cardOf } from '../support/asset-court.ts';
import { getFile } from '../support/http-json.ts';
import { textOfPaper } from '../support/paper-text.ts';
import {
  buildCourt,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100, 7)]);
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function zipOf(...names: string[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  async function* entries() {
    for (const name of names)
      yield {
        name,
        content: (async function* () {
          yield 'x';
        })(),
      };
  }
  for await (const chunk of zipStream(entries())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('what a file is', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sniff-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sniff = async (content: Buffer | string) => {
    const file = path.join(folder, 'file');
    await writeFile(file, content);
    return (await sniffFile(file))?.key ?? null;
  };

  it.each([
    ['jpeg', JPEG],
    ['png', PNG],
    ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
    ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
    ['pdf', PDF],
    ['doc', Buffer.concat([OLE, Buffer.alloc(600), utf16('WordDocument')])],
    ['doc', Buffer.concat([OLE, Buffer.alloc(262_130), utf16('Workbook'), Buffer.alloc(3000)])],
    ['text', '第一行\n第二行,=1+1\t\r\n'],
    ['text', '\ufeff带标记的文本'],
  ])('%s', async (kind, content) => {
    expect(await sniff(content)).toBe(kind);
  });

  it.each([
    ['docx', ['[Content_Types].xml', 'word/document.xml']],
    ['xlsx', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['pptx', ['[Content_Types].xml', 'ppt/presentation.xml']],
    ['ofd', ['OFD.xml', 'Doc_0/Document.xml']],
    [null, ['word/document.xml']],
    [null, ['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin']],
    [null, ['install.exe']],
    [null, ['META-INF/MANIFEST.MF', 'a.class']],
  ])('a ZIP file is %s when it holds %j', async (kind, names) => {
    expect(await sniff(await zipOf(...names))).toBe(kind);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page after blanks', `${' \n'.repeat(3000)}<html></html>`],
    ['a drawing', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a drawing with a byte order mark', '\ufeff<svg/>'],
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['a program for Linux', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
    ['a program for Windows', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['an installer', Buffer.concat([OLE, Buffer.alloc(600), utf16('SummaryInformation')])],
    [
      'a document with macros',
      Buffer.concat([OLE, utf16('WordDocument'), Buffer.alloc(900), utf16('_VBA_PROJECT')]),
    ],
    ['a broken ZIP file', Buffer.from('PK\x03\x04 and then something else')],
    ['text that is not UTF-8', Buffer.from([0xb2, 0xe2, 0xca, 0xd4])],
    ['text cut in the middle of a character', Buffer.from('测试').subarray(0, 5)],
    ['a GIF, which is not in the list', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
  ])('%s is refused', async (_name, content) => {
    expect(await sniff(content)).toBeNull();
  });

  it.each([
    ['照片.JPG', FILE_KINDS.jpeg, '照片.JPG'],
    ['../../etc/passwd', FILE_KINDS.text, 'passwd.txt'],
    ['C:\\files\\发票.pdf', FILE_KINDS.pdf, '发票.pdf'],
    ['page.html', FILE_KINDS.png, 'page.html.png'],
    ['a\u202egpj.exe', FILE_KINDS.jpeg, 'a_gpj.exe.jpg'],
    ['\ud800x\r\nSet-Cookie: a', FILE_KINDS.png, '\ufffdx__Set-Cookie_ a.png'],
    ['...', FILE_KINDS.pdf, 'file.pdf'],
  ])('a file sent as %j is shown as its content says', (sent, kind, shown) => {
    expect(shownFileName(sent, kind)).toBe(shown);
  });

  it.each([
    ['a whole drawing', `data:image/png;base64,${PNG.toString('base64')}`, true],
    ['another type', `data:image/svg+xml;base64,${PNG.toString('base64')}`, false],
    ['no base64', 'data:image/png;base64,%%%%', false],
    ['another content', `data:image/png;base64,${JPEG.toString('base64')}`, false],
    [
      'one with something after its end',
      `data:image/png;base64,${Buffer.concat([PNG, Buffer.from('<svg>')]).toString('base64')}`,
      false,
    ],
    ['one that is cut', `data:image/png;base64,${PNG.subarray(0, 50).toString('base64')}`, false],
    [
      'one without pixels',
      `data:image/png;base64,${Buffer.concat([PNG.subarray(0, 33), PNG.subarray(-12)]).toString('base64')}`,
      false,
    ],
  ])('a signature may be %s: %#', (_name, url, taken) => {
    expect(readPngDataUrl(url) !== null).toBe(taken);
  });
});

describe('files of an asset', () => {
  let test: TestApp;
  let court: TestCourt;
  let officer: TestPerson;
  let assetId: string;

  beforeAll(async () => {
    test = await createTestApp();
    court = await buildCourt(test);
    officer = await buildPerson(test, { court, role: 'equipment_admin' });
    assetId = await addAsset(court);
  });
  afterAll(() => test.close());

  const addAsset = async (at: TestCourt, holderId: string | null = null) => {
    const [added] = await writeAsSystem(test, at.id, (command) =>
      addAssets(command, {
        courtId: at.id,
        kind: 'stock_in',
        drafts: [
          {
            card: cardOf(),
            position: { ...NOWHERE, status: 'in_stock', holderId },
            occurredAt: command.now,
            loanDueOn: null,
            basis: null,
            note: null,
          },
        ],
      }),
    );
    return added?.id ?? '';
  };
  const upload = (content: Buffer, fileName: string, purpose = 'attachment', dryRun = false) =>
    officer.agent
      .post(`/api/fixed-assets/${assetId}/files?purpose=${purpose}${dryRun ? '&dryRun=true' : ''}`)
      .attach('file', content, fileName);
  const download = (fileId: string, as = officer, of = assetId) =>
    as.agent
      .get(`/api/fixed-assets/${of}/files/${fileId}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
  const kept = async (...args: Parameters<typeof upload>) =>
    bodyOf(uploadAssetFileEndpoint, await upload(...args).expect(200));
  /** A download is read as bytes, its refusal too. */
  const refusalOf = (answer: { body: unknown }) =>
    codeOf({ body: JSON.parse(String(answer.body)) as unknown });
  const contentPathOf = (content: Buffer) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return path.join(test.dependencies.filesFolder, String(court.id), sha256.slice(0, 2), sha256);
  };

  it('keeps a photo under its checksum and shows it, sandboxed', async () => {
    const file = await kept(PNG, '机房照片.png', 'photo');
    expect(file).toMatchObject({
      purpose: 'photo',
      fileName: '机房照片.png',
      contentType: 'image/png',
      sizeBytes: PNG.length,
    });
    expect(await readFile(contentPathOf(PNG))).toEqual(PNG);
    const shown = await download(file.id).expect(200);
    expect(shown.body).toEqual(PNG);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as unknown,
      'content-disposition': expect.stringMatching(/^inline;.*filename\*=UTF-8''%E6%9C%BA/) as unknown,
    });
    expect(await readdir(path.join(test.dependencies.filesFolder, 'incoming'))).toEqual([]);
  });

  it('keeps the same content once', async () => {
    const first = await kept(PDF, '合同.pdf');
    const again = await kept(PDF, '合同副本.pdf');
    expect(again.id).toBe(first.id);
    const paper = await download(first.id).expect(200);
    expect(paper.headers['content-disposition']).toMatch(/^inline/);
    expect(paper.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('serves text as text to be saved, whatever it was called', async () => {
    const file = await kept(Buffer.from('alert(1)'), 'x.html');
    expect(file.fileName).toBe('x.html.txt');
    const saved = await download(file.id).expect(200);
    expect(saved.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(saved.headers['content-disposition']).toMatch(/^attachment/);
  });

  it.each([
    ['a page', Buffer.from('<html><script>1</script></html>'), 'attachment', 415, 'FILE_TYPE_REFUSED'],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'attachment', 415, 'FILE_TYPE_REFUSED'],
    ['a paper as a photo', PDF, 'photo', 415, 'PHOTO_NOT_A_PICTURE'],
    [
      'a photo of more than 15 MB',
      Buffer.concat([JPEG, Buffer.alloc(15 * 1024 * 1024)]),
      'photo',
      413,
      'BODY_TOO_LARGE',
    ],
    ['no known purpose', PNG, 'wallpaper', 400, 'INPUT_INVALID'],
  ])('refuses %s and leaves nothing', async (_name, content, purpose, status, code) => {
    const before = await test.database.ownerPool.query('select count(*) from stored_files');
    const answer = await upload(content, 'x.jpg', purpose).expect(status);
    expect(codeOf(answer)).toBe(code);
    const after = await test.database.ownerPool.query('select count(*) from stored_files');
    expect(after.rows).toEqual(before.rows);
    expect(await readdir(path.join(test.dependencies.filesFolder, 'incoming'))).toEqual([]);
  });

  it('writes nothing on a dry run', async () => {
    const content = Buffer.concat([JPEG, Buffer.from('dry')]);
    await upload(content, 'dry.jpg', 'photo', true).expect(200);
    await expect(stat(contentPathOf(content))).rejects.toThrow(/ENOENT/);
  });

  it('removes with a reason and keeps content, reason and trace', async () => {
    const file = await kept(Buffer.from('验收记录'), '验收.txt');
    const remove = (reason: string) =>
      officer.agent.post(`/api/fixed-assets/${assetId}/files/${file.id}/remove`).send({ reason });
    await remove(' ').expect(400);
    await remove('传错了资产').expect(200);
    expect(refusalOf(await download(file.id).expect(404))).toBe('FILE_NOT_FOUND');
    await remove('再来一次').expect(404);
    expect(await readFile(contentPathOf(Buffer.from('验收记录')), 'utf8')).toBe('验收记录');
    const { rows } = await test.database.ownerPool.query(
      `select f.removal_reason, a.detail ->> 'reason' as audited from stored_files f
       join audit_events a on a.command = 'removeAssetFile' and a.before ->> 'fileId' = f.id::text where f.id = $1`,
      [file.id],
    );
    expect(rows).toEqual([{ removal_reason: '传错了资产', audited: '传错了资产' }]);
  });

  it('tells when the content on disk is not what was kept', async () => {
    const content = Buffer.from('原始内容');
    const file = await kept(content, 'a.txt');
    await writeFile(contentPathOf(content), '被改过的');
    expect(refusalOf(await download(file.id).expect(500))).toBe('FILE_DAMAGED');
    await rm(contentPathOf(content));
    expect(refusalOf(await download(file.id).expect(500))).toBe('FILE_DAMAGED');
  });

  it('shows files to whoever may see the asset, and to nobody else', async () => {
    const file = await kept(PNG, '谁的.png', 'attachment');
    const staff = await buildPerson(test, { court, role: 'staff' });
    const stranger = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
    await download(file.id, staff).expect(404);
    await download(file.id, stranger).expect(404);
    await download(file.id, officer, await addAsset(court)).expect(404);
    await stranger.agent
      .post(`/api/fixed-assets/${assetId}/files?purpose=photo`)
      .attach('file', PNG, 'x.png')
      .expect(404);
    await staff.agent
      .post(`/api/fixed-assets/${assetId}/files/${file.id}/remove`)
      .send({ reason: 'x' })
      .expect(403);
  });

  it('keeps a drawn signature of which the receipt knows the checksum', async () => {
    const imageDataUrl = `data:image/png;base64,${PNG.toString('base64')}`;
    const sha256 = await writeAsPerson((command) => keepDrawnSignature(command, { imageDataUrl }));
    expect(sha256).toBe(createHash('sha256').update(PNG).digest('hex'));
    await expect(
      writeAsPerson((command) => keepDrawnSignature(command, { imageDataUrl: `${imageDataUrl}AAAA` })),
    ).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' });
  });

  it('shows a drawn signature to whoever may read the asset, at the hand-over that it belongs to', async () => {
    const receiver = await buildPerson(test, { court, role: 'staff' });
    const handed = [await addAsset(court), await addAsset(court)];
    const imageDataUrl = `data:image/png;base64,${PNG.toString('base64')}`;
    await officer.agent
      .post('/api/fixed-assets/issue')
      .send({ assetIds: handed, holderId: receiver.id, receipt: { method: 'drawn', imageDataUrl } })
      .expect(200);
    const signatureOf = (assetId: string, sequence: number, person: TestPerson) =>
      person.agent.get(`/api/fixed-assets/${assetId}/entries/${sequence}/signature`);
    for (const person of [officer, receiver]) {
      for (const assetId of handed) {
        const shown = await signatureOf(assetId, 2, person).expect(200);
        expect(shown.headers['content-type']).toBe('image/png');
        expect(Buffer.from(shown.body as Buffer)).toEqual(PNG);
      }
    }
    const paper = await getFile(officer, `/people/${receiver.id}/holdings/print`);
    expect((await textOfPaper(paper)).replace(/\s/g, '')).toMatch(/领用时的签名.*签收，序号1、2/);
    await signatureOf(handed[0] ?? '', 1, officer).expect(404);
    await signatureOf(handed[0] ?? '', 3, officer).expect(404);
    await signatureOf(await addAsset(court), 2, officer).expect(404);
    const stranger = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
    const colleague = await buildPerson(test, { court, role: 'staff' });
    for (const person of [stranger, colleague]) await signatureOf(handed[0] ?? '', 2, person).expect(404);
  });

  const writeAsPerson = <T>(work: Parameters<typeof writeAsSystem<T>>[2]) =>
    writeAsSystem(test, court.id, (command) =>
      work({ ...command, actor: { ...command.actor, personId: officer.id } }),
    );

  it('sweeps what broken-off uploads left, a day later, and nothing else', async () => {
    const { filesFolder } = test.dependencies;
    const sweep = () => sweepFiles(filesFolder, new Date(), referencedContents(test.database.ownerPool));
    const referenced = Buffer.from('留下的');
    await kept(referenced, 'kept.txt');
    const rolledBack = Buffer.from('回滚的');
    await mkdir(path.dirname(contentPathOf(rolledBack)), { recursive: true });
    await writeFile(contentPathOf(rolledBack), rolledBack);
    const unfinished = path.join(filesFolder, 'incoming', 'incoming-1');
    await writeFile(unfinished, 'x');
    expect(await sweep()).toEqual({ unfinished: 0, unreferenced: 0 });
    const long = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const file of [unfinished, contentPathOf(rolledBack), contentPathOf(referenced)])
      await utimes(file, long, long);
    expect(await sweep()).toEqual({ unfinished: 1, unreferenced: 1 });
    expect(await readFile(contentPathOf(referenced))).toEqual(referenced);
  });
});
