/** Custom resources of CloudNativePG ({@code postgresql.cnpg.io}). */
package io.github.homelab4j.crd.cnpg;
