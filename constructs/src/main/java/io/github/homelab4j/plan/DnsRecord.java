package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Hostname;

/**
 * A host name and the address it resolves to inside the homelab.
 *
 * @param hostname the name
 * @param address the address
 */
public record DnsRecord(Hostname hostname, Ip address) {}
