import { BlockList, isIP } from 'node:net'

/** Every IPv4 range that does not lead to the public internet (IANA's special-purpose registry). */
const PRIVATE_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const PRIVATE_IPV6 = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

/** The ways to write an IPv4 address as an IPv6 one: mapped, compatible, and behind NAT64. */
const IPV4_IN_IPV6 = ['::ffff:', '::', '64:ff9b::']

const IPV4_BITS = 96

const privateAddresses = new BlockList()
for (const [address, prefix] of PRIVATE_IPV4) {
  privateAddresses.addSubnet(address, prefix, 'ipv4')
  for (const lead of IPV4_IN_IPV6) privateAddresses.addSubnet(lead + address, IPV4_BITS + prefix, 'ipv6')
}
for (const [address, prefix] of PRIVATE_IPV6) privateAddresses.addSubnet(address, prefix, 'ipv6')

/** Whether an IP address lies on this computer, in a network around it, or nowhere. What is no address does too. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address)
  return version === 0 || privateAddresses.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
