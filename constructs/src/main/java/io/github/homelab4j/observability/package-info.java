/** Metrics, logs, traces, dashboards and alerts. */
@Props
package io.github.homelab4j.observability;

import io.github.homelab4j.core.Props;
