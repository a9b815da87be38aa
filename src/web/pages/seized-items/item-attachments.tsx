import { useTranslation } from 'react-i18next';
import {
  downloadItemFileEndpoint,
  uploadItemFileEndpoint,
} from '../../../modules/seized-items/item-files.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { downloadAddress } from '../../api/download-file.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UploadButton } from '../../components/upload-button.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import type { SeizedItem } from './item-answer.ts';
import '../../components/plain-rows.css';

function AddAttachment({ itemId }: { itemId: string }) {
  const { t } = useTranslation('seized-items');
  const client = useQueryClient();
  const upload = useUpload(uploadItemFileEndpoint);
  const send = async (files: readonly File[]) => {
    for (const file of files)
      await upload.send({ params: { itemId }, query: { purpose: 'attachment' } }, file);
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
  };
  return (
    <>
      <UploadButton
        label={t('addAttachment')}
        accept="image/*,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
        isSending={upload.isSending}
        onFiles={send}
      />
      <ProblemAlert problem={upload.problem} />
    </>
  );
}

/** Scans and papers of the item itself; also of what is gone, because receipts come afterwards. */
export function ItemAttachments({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const papers = item.files.filter(({ purpose }) => purpose === 'attachment');
  if (papers.length === 0 && !can('item.receive')) return null;
  return (
    <section className="cc-item-attachments" aria-label={t('attachments')}>
      <h2>{t('attachments')}</h2>
      {papers.length === 0 && <p className="cc-soft">{t('noAttachments')}</p>}
      {papers.length > 0 && (
        <ul className="cc-rows">
          {papers.map(({ id, fileName, uploadedAt }) => {
            const params = { itemId: item.id, fileId: id };
            return (
              <li key={id}>
                <a
                  href={downloadAddress(downloadItemFileEndpoint, { params })}
                  target="_blank"
                  rel="noopener"
                >
                  {fileName}
                </a>{' '}
                <span className="cc-soft">{formatInstant(uploadedAt).slice(0, 10)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {can('item.receive') && <AddAttachment itemId={item.id} />}
    </section>
  );
}
