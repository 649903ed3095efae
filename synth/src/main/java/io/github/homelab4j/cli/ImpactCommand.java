package io.github.homelab4j.cli;

import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homelab4j impact}: what stops working. */
@Command(
    name = "impact",
    description = "Says what stops working, in order and why, when something is gone.",
    footer = {
      "",
      "Examples:",
      "  homelab4j impact --homelab org.example.Home infra/postgres",
      "  homelab4j impact --homelab org.example.Home infra-1",
      "  homelab4j impact --homelab org.example.Home 10.0.0.200"
    },
    mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {
  @Mixin private HomelabOption homelabs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private Format format = Format.text;

  @Parameters(
      paramLabel = "<what>",
      description = "A component, node, host, outside service, address or host name.")
  private String what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var answers = new ArrayList<Answer>();
    var landscapes = homelabs.resolutions().stream().map(Landscape::of).toList();
    for (var landscape : landscapes) {
      for (var thing : landscape.find(what)) {
        answers.add(Answer.of(thing, Impact.of(landscape, thing)));
      }
    }
    if (answers.isEmpty()) {
      throw Unknown.thing(what, homelabs.resolutions(), landscapes);
    }
    var out = spec.commandLine().getOut();
    out.print(
        format == Format.json
            ? Answers.json(answers) + "\n"
            : answers.stream().map(Answer::text).collect(Collectors.joining("\n")));
    out.flush();
    return 0;
  }

  /**
   * What happens when a thing is gone.
   *
   * @param gone the thing
   * @param hits what is hit, nearest first
   */
  record Answer(String gone, List<Hit> hits) {
    static Answer of(Thing gone, List<Impact.Hit> hits) {
      return new Answer(
          gone.describe(),
          hits.stream()
              .map(
                  hit ->
                      new Hit(
                          hit.steps(),
                          hit.thing().describe(),
                          hit.loss().words(),
                          hit.because().stream().map(ImpactCommand::because).toList()))
              .toList());
    }

    String text() {
      if (hits.isEmpty()) {
        return "Without %s, everything else goes on.\n".formatted(gone);
      }
      return "Without %s:\n".formatted(gone)
          + Answers.table(
              hits.stream()
                  .map(
                      hit ->
                          List.of(
                              "  " + hit.step(),
                              hit.what(),
                              hit.effect(),
                              String.join("; ", hit.because())))
                  .toList());
    }
  }

  /**
   * Something that is hit.
   *
   * @param step 1 for what needs it directly
   * @param what the thing
   * @param effect what happens to it
   * @param because why
   */
  record Hit(int step, String what, String effect, List<String> because) {}

  private static String because(Need need) {
    var what = "%s (%s)".formatted(need.what(), need.provider().name());
    return need.without().isEmpty() ? what : "%s: %s".formatted(what, need.without());
  }
}
