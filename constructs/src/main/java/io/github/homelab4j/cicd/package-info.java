/** Runners of pipelines. */
@Props
package io.github.homelab4j.cicd;

import io.github.homelab4j.core.Props;
