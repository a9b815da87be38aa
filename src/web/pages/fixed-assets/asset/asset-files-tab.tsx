import { useRef, useState } from 'react';
import FileOutlined from '@ant-design/icons/es/icons/FileOutlined';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import Button from 'antd/es/button';
import Progress from 'antd/es/progress';
import { useTranslation } from 'react-i18next';
import { readAsset, type AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { removeAssetFileEndpoint } from '../../../../modules/fixed-assets/files.contract.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { When } from '../../../components/when.tsx';
import { fileAddress, isDrawable, PhotoViewer } from './photo-viewer.tsx';
import { bytesMaxOf, useFileUploads, type Purpose, type RunningUpload } from './use-file-uploads.ts';

type StoredFile = AssetPage['photos'][number];
const MEBIBYTE = 1024 * 1024;
const KIBIBYTE = 1024;

function sizeText(bytes: number): string {
  return bytes >= MEBIBYTE
    ? `${(bytes / MEBIBYTE).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / KIBIBYTE))} kB`;
}

const ACCEPTED: Record<Purpose, string> = {
  photo: 'image/jpeg,image/png,image/webp,image/heic,.heic',
  attachment: '.pdf,.ofd,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv,image/*',
};

function UploadButton({ purpose, onFiles }: { purpose: Purpose; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('fixed-assets');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
        {t(`files.add.${purpose}`)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED[purpose]}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

interface UploadLineProps {
  readonly upload: RunningUpload;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
}

function UploadLine({ upload, onAgain, onDismiss }: UploadLineProps) {
  const { t } = useTranslation('fixed-assets');
  const { file, share, problem, isTooLarge, purpose } = upload;
  const max = bytesMaxOf(purpose) / MEBIBYTE;
  return (
    <li>
      <span>
        {file.name} <span className="cc-soft">{sizeText(file.size)}</span>
      </span>
      {isTooLarge && (
        <p className="cc-files-problem" role="alert">
          {t('files.tooLarge', { max })}{' '}
          <Button size="small" onClick={onDismiss}>
            {t('files.dismiss')}
          </Button>
        </p>
      )}
      {problem !== null && (
        <>
          <ProblemAlert problem={problem} onRetry={onAgain} />
          <Button size="small" onClick={onDismiss}>
            {t('files.dismiss')}
          </Button>
        </>
      )}
      {problem === null && !isTooLarge && (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={t('files.progress', { name: file.name })}
        />
      )}
    </li>
  );
}

interface FilesProps {
  readonly asset: AssetPage;
  readonly onRemove: ((file: StoredFile) => void) | undefined;
}

function Photos({ asset, onRemove }: FilesProps) {
  const { t } = useTranslation('fixed-assets');
  const [openId, setOpenId] = useState<string>();
  const drawable = asset.photos.filter(isDrawable);
  return (
    <ul className="cc-photos">
      {asset.photos.map((photo) => (
        <li key={photo.id}>
          {isDrawable(photo) ? (
            <button type="button" className="cc-plain-button" onClick={() => setOpenId(photo.id)}>
              <img src={fileAddress(asset.id, photo.id)} alt={photo.fileName} loading="lazy" />
            </button>
          ) : (
            <a href={fileAddress(asset.id, photo.id)} download className="cc-photo-none">
              <FileOutlined aria-hidden /> {photo.fileName}
            </a>
          )}
          <span className="cc-soft">{photo.uploadedAt.slice(0, 10)}</span>
          {onRemove !== undefined && (
            <Button type="link" size="small" onClick={() => onRemove(photo)}>
              {t('files.remove')}
              <span className="cc-hidden"> {photo.fileName}</span>
            </Button>
          )}
        </li>
      ))}
      {openId !== undefined && (
        <PhotoViewer
          assetId={asset.id}
          photos={drawable}
          firstId={openId}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </ul>
  );
}

function Attachments({ asset, onRemove }: FilesProps) {
  const { t } = useTranslation('fixed-assets');
  return (
    <ul className="cc-attachments">
      {asset.attachments.map((file) => (
        <li key={file.id}>
          <a href={fileAddress(asset.id, file.id)} download>
            <FileOutlined aria-hidden /> {file.fileName}
          </a>
          <span className="cc-soft">
            {sizeText(file.sizeBytes)} · {file.uploadedBy} · <When instant={file.uploadedAt} />
          </span>
          {onRemove !== undefined && (
            <Button type="link" size="small" onClick={() => onRemove(file)}>
              {t('files.remove')}
              <span className="cc-hidden"> {file.fileName}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function RemoveForm({ assetId, file, onClose }: { assetId: string; file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <CommandForm<typeof removeAssetFileEndpoint, { reason: string }>
      declaration={removeAssetFileEndpoint}
      open
      isDestructive
      title={t('files.remove')}
      submitLabel={t('files.remove')}
      subject={
        <>
          <strong>{file.fileName}</strong>
          <p className="cc-soft">{t('files.removeHint')}</p>
        </>
      }
      toRequest={({ reason }) => ({ params: { assetId, fileId: file.id }, body: { reason } })}
      invalidates={[readAsset]}
      onClose={onClose}
      onDone={onClose}
      doneSentence={t('files.removed')}
    >
      <ReasonField />
    </CommandForm>
  );
}

/** Photos and papers: look, download, add with progress, remove with a reason. */
export function AssetFilesTab({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const [removed, setRemoved] = useState<StoredFile>();
  const { uploads, start, sendAgain, dismiss } = useFileUploads(asset.id);
  const mayWrite = asset.availableActions.includes('upload_file');
  const onRemove = mayWrite ? setRemoved : undefined;
  const part = (purpose: Purpose, files: readonly StoredFile[]) => (
    <section>
      <div className="cc-files-head">
        <h2>{t(`files.${purpose}`, { count: files.length })}</h2>
        {mayWrite && <UploadButton purpose={purpose} onFiles={(added) => void start(added, purpose)} />}
        <span className="cc-soft">{t(`files.hint.${purpose}`)}</span>
      </div>
      {files.length === 0 && <p className="cc-soft">{t(`files.none.${purpose}`)}</p>}
      <ul className="cc-uploads" aria-live="polite">
        {uploads
          .filter((upload) => upload.purpose === purpose)
          .map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
              onAgain={() => void sendAgain(upload)}
              onDismiss={() => dismiss(upload.key)}
            />
          ))}
      </ul>
      {purpose === 'photo' ? (
        <Photos asset={asset} onRemove={onRemove} />
      ) : (
        <Attachments asset={asset} onRemove={onRemove} />
      )}
    </section>
  );
  return (
    <div className="cc-files">
      {part('photo', asset.photos)}
      {part('attachment', asset.attachments)}
      {removed !== undefined && (
        <RemoveForm assetId={asset.id} file={removed} onClose={() => setRemoved(undefined)} />
      )}
    </div>
  );
}
