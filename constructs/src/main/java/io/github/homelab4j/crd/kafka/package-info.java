/** Custom resources of Strimzi ({@code kafka.strimzi.io}). */
package io.github.homelab4j.crd.kafka;
