package io.github.homelab4j.example;

import io.github.homelab4j.check.*;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import java.util.*;
import org.junit.jupiter.api.Test;

class DumpTest {
  @Test
  void dump() {
    for (var lab : List.of(new InfraAppsHomelab(), new PlannedHomelab())) {
      var res = Resolver.resolve(lab);
      var v = Checks.run(res);
      var counts = new TreeMap<String, Integer>();
      v.findings().forEach(f -> counts.merge(f.severity() + " " + f.code(), 1, Integer::sum));
      System.out.println("COUNTS " + counts);
      v.findings().stream()
          .filter(f -> !f.severity().name().equals("INFO"))
          .forEach(f -> System.out.println("F " + f));
      v.judged().entrySet().stream()
          .sorted(Comparator.comparing(e -> e.getKey().code()))
          .forEach(e -> System.out.println("J " + e.getKey().code() + " " + e.getValue()));
      long[] t = new long[20];
      for (int i = 0; i < 20; i++) {
        long s = System.nanoTime();
        Checks.run(res);
        t[i] = (System.nanoTime() - s) / 1000;
      }
      Arrays.sort(t);
      System.out.println("MEDIAN us " + t[10] + " max " + t[19]);
    }
  }
}
