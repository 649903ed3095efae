/** Custom resources of the Dragonfly operator ({@code dragonflydb.io}). */
package io.github.homelab4j.crd.dragonfly;
