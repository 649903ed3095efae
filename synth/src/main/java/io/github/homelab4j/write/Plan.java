package io.github.homelab4j.write;

import java.util.List;
import java.util.Map;

/**
 * What a run changes.
 *
 * @param steps what is removed, then what is written, then the lists of files
 * @param contents of what is written, by path
 * @param written how much that is
 */
record Plan(List<Step> steps, Map<String, String> contents, Written written) {}
