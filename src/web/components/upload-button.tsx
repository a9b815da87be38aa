import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import { FileButton, type FileButtonProps } from './file-button.tsx';

interface UploadButtonProps extends Pick<FileButtonProps, 'label' | 'size' | 'isSending' | 'onFiles'> {
  /** Kinds of files, as an input names them. */
  readonly accept: string;
}

/** Opens the files of the device and hands over those that were chosen. */
export function UploadButton({ accept, ...button }: UploadButtonProps) {
  return (
    <FileButton
      {...button}
      icon={<UploadOutlined aria-hidden />}
      input={{ className: 'cc-upload-input', accept, multiple: true }}
    />
  );
}
