/** Custom resources of cert-manager ({@code cert-manager.io}). */
package io.github.homelab4j.crd.certmanager;
