import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import { FileButton, type FileButtonProps } from './file-button.tsx';

interface CameraButtonProps extends Pick<FileButtonProps, 'label' | 'id' | 'size' | 'isSending'> {
  readonly onPictures: FileButtonProps['onFiles'];
}

const PICTURES: FileButtonProps['input'] = {
  className: 'cc-camera-input',
  accept: 'image/*',
  capture: 'environment',
  multiple: true,
};

/** Opens the camera of a phone, or the files of a desktop, and hands over the pictures. */
export function CameraButton({ size = 'large', onPictures, ...button }: CameraButtonProps) {
  return (
    <FileButton
      {...button}
      size={size}
      icon={<CameraOutlined aria-hidden />}
      input={PICTURES}
      onFiles={onPictures}
    />
  );
}
