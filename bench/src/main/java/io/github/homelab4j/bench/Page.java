package io.github.homelab4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as people read it. */
final class Page {
  private static final String BEGIN = "<!-- bench/run writes from here -->\n";
  private static final String END = "<!-- to here -->\n";
  private static final double MIB = 1024.0 * 1024;

  private Page() {}

  /** The tables, and what they were measured with. */
  static String of(Report report) {
    var text = new StringBuilder(head(report.machine()));
    text.append("Java ran with `").append(report.javaOptions()).append("`.\n\n");
    text.append(contenders(report)).append('\n').append(processes(report.results()));
    if (!report.growth().isEmpty()) {
      text.append('\n').append(growth(report.growth()));
    }
    text.append('\n').append(told(report.results()));
    if (!report.stages().isEmpty()) {
      text.append('\n').append(stages(report.stages()));
    }
    return text.toString();
  }

  /** Puts the tables between the two marks of a page. */
  static void update(Path page, String tables) throws IOException {
    var text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "%s has no place for the tables: give it the lines %s and %s"
              .formatted(page, BEGIN.trim(), END.trim()));
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + text.substring(end));
  }

  private static String head(Machine machine) {
    return """
        %s, commit %s, `%s`

        %s, %s of memory, %s; Java %s, Node.js %s; load before: %s.
        """
        .formatted(
            machine.date(),
            machine.commit(),
            machine.command(),
            machine.processor(),
            machine.memory(),
            machine.system(),
            machine.java(),
            machine.node(),
            machine.load());
  }

  private static Table contenders(Report report) {
    var table = new Table("who", "version", "does");
    report.versions().forEach((who, version) -> table.row(who, version, report.does().get(who)));
    return table;
  }

  private static Table processes(List<Result> results) {
    var table =
        new Table(
            "what",
            "objects",
            "who",
            "files",
            "s",
            "least–most",
            "homelab4j takes",
            "MiB",
            "heap MiB",
            "note");
    for (var each : results) {
      if (each.isMeasured()) {
        table.row(
            each.subject(),
            number("%,.0f", each.objects()),
            each.contender(),
            number("%,.0f", each.files()),
            number("%.2f", each.medianSeconds()),
            range(each.seconds()),
            each.ratio() == 0 ? "" : number("%.2f×", each.ratio()),
            number("%.0f", each.medianPeak() / MIB),
            each.medianHeap() == 0 ? "" : number("%.0f", each.medianHeap() / MIB),
            each.note());
      } else {
        table.row(
            each.subject(),
            number("%,.0f", each.objects()),
            each.contender(),
            "",
            "",
            "",
            "",
            "",
            "",
            each.note());
      }
    }
    return table;
  }

  private static Table growth(List<Growth> growth) {
    var table =
        new Table("who", "objects", "time grows with", "its last step with", "memory grows with");
    for (var each : growth) {
      table.row(
          each.contender(),
          "%s–%s".formatted(number("%,.0f", each.from()), number("%,.0f", each.to())),
          "n^" + number("%.2f", each.time()),
          "n^" + number("%.2f", each.lastTime()),
          "n^" + number("%.2f", each.memory()));
    }
    return table;
  }

  private static Table told(List<Result> results) {
    var table = new Table("what", "who", "median ms of its own stages");
    for (var each : results) {
      var stages = new ArrayList<String>();
      for (Map.Entry<String, Double> stage : each.stages().entrySet()) {
        stages.add("%s %s".formatted(stage.getKey(), number("%,.0f", stage.getValue())));
      }
      if (!stages.isEmpty()) {
        table.row(each.subject(), each.contender(), String.join(", ", stages));
      }
    }
    return table;
  }

  private static Table stages(List<Stages.Stage> stages) {
    var table = new Table("stage, warm (JMH)", "objects", "ms", "least–most");
    for (var each : stages) {
      table.row(
          each.stage(),
          each.size() == 0 ? "reference homelabs" : number("%,.0f", each.size()),
          number("%.1f", each.median()),
          "%s–%s".formatted(number("%.1f", each.least()), number("%.1f", each.most())));
    }
    return table;
  }

  private static String range(List<Double> seconds) {
    var sorted = seconds.stream().sorted().toList();
    return "%s–%s"
        .formatted(number("%.2f", sorted.get(0)), number("%.2f", sorted.get(sorted.size() - 1)));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
