import { useRef } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import Button from 'antd/es/button';
import './camera-button.css';

interface CameraButtonProps {
  readonly label: string;
  /** Of the button, where it is a field of a form. */
  readonly id?: string | undefined;
  readonly size?: 'middle' | 'large';
  readonly isSending: boolean;
  readonly onPictures: (files: readonly File[]) => Promise<void>;
}

/** Opens the camera of a phone, or the files of a desktop, and hands over the pictures. */
export function CameraButton({ label, id, size = 'large', isSending, onPictures }: CameraButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(id === undefined ? {} : { id })}
        size={size}
        icon={<CameraOutlined aria-hidden />}
        loading={isSending}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-camera-input"
        multiple
        accept="image/*"
        capture="environment"
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void onPictures(files);
        }}
      />
    </>
  );
}
