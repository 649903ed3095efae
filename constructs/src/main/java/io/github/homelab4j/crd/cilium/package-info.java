/** Custom resources of Cilium ({@code cilium.io}). */
package io.github.homelab4j.crd.cilium;
