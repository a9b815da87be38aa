/** Why the sending to a printer broke off, as data; every sentence says what to do next. */
import { errorCodeOf } from '../../platform/error-code.ts';

export const SEND_FAILURES = {
  PRINTER_REFUSED: {
    zh: '打印机拒绝连接。请确认打印机已开机、端口正确，再续打。',
    en: 'The printer refused the connection. See that it is on and the port is right, then resume.',
  },
  PRINTER_UNREACHABLE: {
    zh: '连不上打印机。请检查电源、网线与 IP 地址，再续打。',
    en: 'The printer cannot be reached. Check power, cable and address, then resume.',
  },
  PRINTER_CONNECT_TIMEOUT: {
    zh: '连接打印机超时。请检查电源、网线与 IP 地址，再续打。',
    en: 'The printer did not answer in time. Check power, cable and address, then resume.',
  },
  PRINTER_STALLED: {
    zh: '打印机停止接收（可能缺纸、缺碳带或开盖）。请处理后核对最后打出的一张，再续打。',
    en: 'The printer stopped taking data (out of stock or ribbon, or open). Settle it, say which label came out last, then resume.',
  },
  PRINTER_CLOSED_CONNECTION: {
    zh: '打印机中途断开了连接。请核对最后打出的一张，再续打。',
    en: 'The printer closed the connection. Say which label came out last, then resume.',
  },
  PRINTER_CONNECTION_LOST: {
    zh: '与打印机的连接中断。请核对最后打出的一张，再续打。',
    en: 'The connection to the printer broke. Say which label came out last, then resume.',
  },
  PRINTER_KEEPS_CONNECTION: {
    zh: '已全部发送，但打印机未结束连接，无法得知是否收完。请核对最后打出的一张。',
    en: 'Everything was sent, but the printer did not end the connection, so whether it took all is unknown. Say which label came out last.',
  },
  PRINTER_ADDRESS_CHANGED: {
    zh: '打印机地址已停用或不再允许，未发送。请核对打印机设置后续打。',
    en: 'The printer’s address is gone or no longer allowed, so nothing was sent. Check the printer, then resume.',
  },
  TEST_PAGE_UNKNOWN: {
    zh: '校准页已发送过，结果未知。请看打印机是否已打出，未打出再发送一次。',
    en: 'The calibration page was sent before and what became of it is unknown. Look at the printer; send it again if nothing came out.',
  },
  SENDING_STOPPED: {
    zh: '系统停止时打印中断。请核对最后打出的一张，再续打。',
    en: 'The system stopped while it was sending. Say which label came out last, then resume.',
  },
  SENDING_CANCELLED: {
    zh: '已取消，发送途中的标签可能已打出，请核对。',
    en: 'Cancelled. Labels on their way may have come out; check them.',
  },
  SENDING_FAILED: {
    zh: '发送时系统出错。请核对最后打出的一张，再续打；如再次出错请告知管理员。',
    en: 'Something went wrong while sending. Say which label came out last, then resume; tell the administrator if it happens again.',
  },
} as const;
export type SendFailure = keyof typeof SEND_FAILURES;

const BY_ERROR: Readonly<Record<string, SendFailure>> = {
  ECONNREFUSED: 'PRINTER_REFUSED',
  EHOSTUNREACH: 'PRINTER_UNREACHABLE',
  ENETUNREACH: 'PRINTER_UNREACHABLE',
  EHOSTDOWN: 'PRINTER_UNREACHABLE',
  EADDRNOTAVAIL: 'PRINTER_UNREACHABLE',
  EACCES: 'PRINTER_UNREACHABLE',
  ETIMEDOUT: 'PRINTER_CONNECT_TIMEOUT',
};

/** Thrown while a connection is used; anything else that is thrown is no failure of the printer. */
export class SendBroken extends Error {
  constructor(readonly failure: SendFailure) {
    super(failure);
  }
}

/** What an error of the socket means; once connected, every error is a lost connection. */
export function failureOfSocket(error: unknown, isConnected: boolean): SendFailure {
  if (isConnected) return 'PRINTER_CONNECTION_LOST';
  return BY_ERROR[errorCodeOf(error)] ?? 'PRINTER_UNREACHABLE';
}
