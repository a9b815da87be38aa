import Button from 'antd/es/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  downloadPrintEndpoint,
  downloadScanEndpoint,
  readPaperEndpoint,
  uploadScanEndpoint,
} from '../../../modules/papers/papers.contract.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UploadButton } from '../../components/upload-button.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';

type Paper = ResponseOf<typeof readPaperEndpoint>;

/** Every copy with who, when and why; those that the person has just recorded can be opened. */
export function PaperPrints({ paper }: { paper: Paper }) {
  const { t } = useTranslation('papers');
  return (
    <section className="cc-section" aria-label={t('prints')}>
      <div className="cc-section-head">
        <h2>{t('prints')}</h2>
      </div>
      {paper.prints.length === 0 && <p className="cc-soft">{t('noPrints')}</p>}
      {paper.prints.length > 0 && (
        <ul className="cc-rows">
          {paper.prints.map((print) => (
            <li key={print.id}>
              <span className="cc-rows-main">
                <strong>
                  {print.copyNumber === 1 ? t('original') : t('copy', { number: print.copyNumber })}
                </strong>{' '}
                {print.reason}
                <br />
                <span className="cc-soft">
                  {print.printedByName} · <When instant={print.printedAt} />
                </span>
              </span>
              <span className="cc-rows-side">
                {print.isOpen && (
                  <Button
                    href={downloadAddress(downloadPrintEndpoint, {
                      params: { paperId: paper.id, printId: print.id },
                    })}
                    target="_blank"
                  >
                    {t('action.open')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Sends the scan of the paper that both sides signed by hand. */
function ScanButton({ paperId }: { paperId: string }) {
  const { t } = useTranslation('papers');
  const client = useQueryClient();
  const upload = useUpload(uploadScanEndpoint);
  const send = async (files: readonly File[]) => {
    for (const file of files) await upload.send({ params: { paperId } }, file);
    await client.invalidateQueries({ queryKey: [readPaperEndpoint.name] });
  };
  return (
    <>
      <UploadButton
        label={t('action.scan')}
        accept="application/pdf,image/*"
        isSending={upload.isSending}
        onFiles={send}
      />
      <ProblemAlert problem={upload.problem} />
    </>
  );
}

export function PaperScans({ paper }: { paper: Paper }) {
  const { t } = useTranslation('papers');
  const can = useCan();
  return (
    <section className="cc-section" aria-label={t('scans')}>
      <div className="cc-section-head">
        <h2>{t('scans')}</h2>
        {paper.availableActions.includes('scan') && <ScanButton paperId={paper.id} />}
      </div>
      {paper.scans.length === 0 && <p className="cc-soft">{t('noScans')}</p>}
      {paper.scans.length > 0 && (
        <ul className="cc-rows">
          {paper.scans.map((scan) => (
            <li key={scan.id}>
              <span className="cc-rows-main">
                {can('paper.print') ? (
                  <a
                    href={downloadAddress(downloadScanEndpoint, {
                      params: { paperId: paper.id, fileId: scan.id },
                    })}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {scan.fileName}
                  </a>
                ) : (
                  scan.fileName
                )}
                <br />
                <span className="cc-soft">
                  <When instant={scan.uploadedAt} /> · SHA-256 {scan.sha256}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
