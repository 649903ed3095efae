/** Custom resources of the Barman Cloud plugin of CloudNativePG ({@code barmancloud.cnpg.io}). */
package io.github.homelab4j.crd.barman;
