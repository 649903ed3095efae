/** k3s-pi: one K3s cluster on two Raspberry Pis, and the server beside it that holds it up. */
package io.github.homelab4j.stacks.k3spi;
