/** What reconciles clusters from Git. */
@Props
package io.github.homelab4j.gitops;

import io.github.homelab4j.core.Props;
