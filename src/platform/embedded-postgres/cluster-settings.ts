/** Settings of an embedded cluster; written into its postgresql.conf once, where an administrator may change them. */
import { totalmem } from 'node:os';

const MEBIBYTE = 1024 * 1024;

/** Modest memory: the server shares a small machine with the application and a browser. */
export function clusterSettings(): Readonly<Record<string, string>> {
  const memoryMiB = Math.floor(totalmem() / MEBIBYTE);
  return {
    shared_buffers: `${Math.max(64, Math.min(256, Math.floor(memoryMiB / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMiB / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_connections: '100',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    effective_io_concurrency: '32',
    timezone: 'UTC',
    log_timezone: 'Asia/Shanghai',
    log_line_prefix: '%m [%p] ',
    // Details and statements of errors would carry people's data into the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
}

/** `-c name=value` arguments. */
export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
