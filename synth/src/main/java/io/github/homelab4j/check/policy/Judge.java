package io.github.homelab4j.check.policy;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Says what is wrong with a pod: once of the pod, or of each of its containers. */
interface Judge {
  /** Tells what it says, and of whom. */
  void judge(Pod pod, BiConsumer<Supplier<String>, Outcome> told);

  static Judge ofPods(Function<Pod, Outcome> test) {
    return (pod, told) -> told.accept(pod.workload()::describe, test.apply(pod));
  }

  static Judge ofContainers(Function<Container, Outcome> test) {
    return (pod, told) ->
        pod.containers().forEach(each -> told.accept(each::describe, test.apply(each)));
  }

  /** Containers that run as long as their pod. */
  static Judge ofRunning(Function<Container, Outcome> test) {
    return (pod, told) ->
        pod.running().forEach(each -> told.accept(each::describe, test.apply(each)));
  }
}
