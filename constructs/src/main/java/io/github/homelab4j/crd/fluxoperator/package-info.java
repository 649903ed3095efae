/** Custom resources of the Flux operator ({@code fluxcd.controlplane.io}). */
package io.github.homelab4j.crd.fluxoperator;
