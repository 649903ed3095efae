package io.github.homelab4j.diff;

import java.util.List;

/**
 * A file that differs and is not for Flux: a machine's, or one for the time before Flux.
 *
 * @param change how
 * @param file its path below the cluster's folder
 * @param lines of a machine's file that is on both sides: lines that went ({@code - …}) and came
 *     ({@code + …}), and before those of a block the line that begins it ({@code @@ …})
 * @param marks dangers
 */
public record FileDiff(
    ObjectDiff.Change change, String file, List<String> lines, List<Mark> marks) {}
