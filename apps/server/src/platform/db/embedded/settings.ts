import { type Cluster, dirArgument } from './cluster.ts'
import { type Endpoint, SOCKET_PORT } from './endpoint.ts'

/** The server's command line: what must hold at every start, whatever postgresql.conf says. */
export function serverArguments(cluster: Cluster, endpoint: Endpoint): string[] {
  const durable = cluster.fsync ? 'on' : 'off'
  const settings = [
    ...listenSettings(endpoint),
    `fsync=${durable}`,
    `synchronous_commit=${durable}`,
    `full_page_writes=${durable}`,
    // The log must not hold what people wrote: failed statements and their values go to the client alone.
    'logging_collector=off',
    'log_destination=stderr',
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    // Names of our own, by which a running server tells whose it is and of what binaries.
    `sharemyshows.binaries=${cluster.binaries.version}`,
    clusterSetting(cluster.dir),
  ]
  return ['-D', dirArgument(cluster), ...settings.flatMap((setting) => ['-c', setting])]
}

/** The end of the command line of every server on `dir`. */
export function clusterSetting(dir: string): string {
  return `sharemyshows.cluster=${dir}`
}

function listenSettings(endpoint: Endpoint): string[] {
  if (endpoint.kind === 'tcp') {
    return ['listen_addresses=127.0.0.1', `port=${endpoint.port}`, 'unix_socket_directories=']
  }
  // "." is the data directory, which nobody but the server's account can enter.
  return [
    'listen_addresses=',
    `port=${SOCKET_PORT}`,
    'unix_socket_directories=.',
    'unix_socket_permissions=0700',
  ]
}
