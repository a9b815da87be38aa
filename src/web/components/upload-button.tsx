import { useRef } from 'react';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import Button from 'antd/es/button';

interface UploadButtonProps {
  readonly label: string;
  /** Kinds of files, as an input names them. */
  readonly accept: string;
  readonly size?: 'middle' | 'large';
  readonly isSending: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

/** Opens the files of the device and hands over those that were chosen. */
export function UploadButton({ label, accept, size = 'middle', isSending, onFiles }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size={size}
        icon={<UploadOutlined aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-upload-input"
        multiple
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void onFiles(files);
        }}
      />
    </>
  );
}
