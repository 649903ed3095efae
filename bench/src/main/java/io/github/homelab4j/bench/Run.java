package io.github.homelab4j.bench;

import java.util.List;
import java.util.Map;

/**
 * One process, from its start to its end.
 *
 * @param seconds how long it took
 * @param peakBytes the most memory that it and its children had at a time, sampled
 * @param heapBytes the most that was in use in Java's heap after it was collected; 0 when it says
 *     nothing of it
 * @param told seconds of what it repeats inside, for a process that does
 * @param stages milliseconds of its stages, and counts, as it prints them
 * @param failure why it is not to be counted, or empty
 */
public record Run(
    double seconds,
    long peakBytes,
    long heapBytes,
    List<Double> told,
    Map<String, Double> stages,
    String failure) {}
