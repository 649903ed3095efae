package io.github.homelab4j.plan;

/**
 * A router that clusters peer with by BGP.
 *
 * @param name its host name
 * @param address its address in the node network
 * @param asn its autonomous system
 */
public record BgpPeer(String name, Ip address, long asn) {}
