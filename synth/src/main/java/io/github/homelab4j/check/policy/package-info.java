/** Rules of what runs: pods, rights, images, reliability, exposure. */
package io.github.homelab4j.check.policy;
