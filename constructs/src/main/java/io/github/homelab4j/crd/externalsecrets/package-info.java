/** Custom resources of External Secrets ({@code external-secrets.io}). */
package io.github.homelab4j.crd.externalsecrets;
